package io.albumen.common;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
class AwsFailuresTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 429, 500, 503})
  void tellsToTryAgainWhenAwsIsAway(int status) {
    given()
        .get("/probe/aws/" + status)
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("code", equalTo("temporarily-unavailable"))
        .body("detail", not(containsString("dynamodb")));
  }

  @Test
  void ownsUpToWhatAwsRefuses() {
    given()
        .get("/probe/aws/400")
        .then()
        .statusCode(500)
        .body("code", equalTo("internal"))
        .body("detail", not(containsString("videos")));
  }
}
