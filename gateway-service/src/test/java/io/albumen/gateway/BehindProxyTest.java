package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindProxyTest.OneHop.class)
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class BehindProxyTest {
  /** As behind the load balancer. */
  public static final class OneHop implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("gateway.trusted-hops", "1");
    }
  }

  @Test
  void believesTheLastEntryAlone() {
    given()
        .header("X-Forwarded-For", "203.0.113.66, 198.51.100.7")
        .get("/api/v1/media")
        .then()
        .body("headers.'x-forwarded-for'", equalTo("198.51.100.7"));
  }

  @Test
  void tellsBrowsersToStayWithTlsWhereTheyUsedIt() {
    given()
        .header("X-Forwarded-Proto", "https")
        .get("/")
        .then()
        .header("Strict-Transport-Security", startsWith("max-age="));
  }

  @Test
  void saysNothingOfTlsWhereItWasNotUsed() {
    given()
        .header("X-Forwarded-Proto", "http")
        .get("/")
        .then()
        .header("Strict-Transport-Security", nullValue());
  }
}
