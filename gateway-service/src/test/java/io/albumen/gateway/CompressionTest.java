package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the API's answers; the service behind answers with what it was sent. */
@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class CompressionTest {
  private static final String LONG = "x".repeat(2000);

  private static RequestSpecification asking(String echoed) {
    return given().header("Accept-Encoding", "gzip, br").header("X-Echo", echoed);
  }

  @Test
  void packsLongJsonForWhoeverTakesIt() {
    asking(LONG)
        .get("/api/v1/media")
        .then()
        .statusCode(200)
        .header("Content-Encoding", "gzip")
        .header("Vary", "accept-encoding")
        .header("Content-Length", nullValue())
        .body("headers.'x-echo'", equalTo(LONG));
  }

  @Test
  void leavesLongJsonPlainForOthers() {
    given()
        .header("Accept-Encoding", "identity, gzip;q=0")
        .header("X-Echo", LONG)
        .get("/api/v1/media")
        .then()
        .header("Content-Encoding", nullValue())
        .header("Vary", "accept-encoding")
        .body("headers.'x-echo'", equalTo(LONG));
  }

  @Test
  void leavesShortJsonPlain() {
    asking("x").get("/api/v1/media").then().header("Content-Encoding", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/auth/refresh", "/api/v1/users/me"})
  void leavesAnswersWithSecretsPlain(String path) {
    asking(LONG).get(path).then().header("Content-Encoding", nullValue());
  }

  @Test
  void answersHeadAsPlain() {
    asking(LONG)
        .head("/api/v1/media")
        .then()
        .statusCode(200)
        .header("Content-Encoding", nullValue());
  }
}
