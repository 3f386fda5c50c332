package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class ProxyTest {
  @Test
  void passesPathQueryAndBodyUnchanged() {
    given()
        .urlEncodingEnabled(false)
        .body("{\"a\":1}")
        .contentType("application/json")
        .post("/api/v1/media/%C3%B6?cursor=a%2Bb&x=%2e%2e")
        .then()
        .statusCode(200)
        .body("uri", equalTo("/api/v1/media/%C3%B6?cursor=a%2Bb&x=%2e%2e"))
        .body("method", equalTo("POST"))
        .body("bodyBytes", equalTo(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth/sign-in", "users/me", "uploads", "timeline/buckets", "videos"})
  void routesEachSegmentToItsService(String path) {
    given().get("/api/v1/" + path).then().statusCode(200).body("uri", equalTo("/api/v1/" + path));
  }

  @Test
  void routesAdministrationByTheServiceItNames() {
    given().get("/api/v1/admin/photo/stats").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api/v1/admin/nobody/x",
        "/api/v1/admin",
        "/api/v1/internal/x"
      })
  void answersUnknownPathsAsProblem(String path) {
    given()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/not-found"))
        .body("instance", equalTo(path))
        .body("requestId", not(emptyOrNullString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/sources",
        "//internal/sources",
        "/./internal/sources",
        "/%69nternal/sources",
        "/api/v1/../../internal/sources",
        "/api/v1/media/..%2f..%2f..%2finternal/sources",
        "/api/v1/media/%2e%2e/%2e%2e/%2e%2e/internal/sources",
        "/api/v1/media/..;/..;/..;/internal/sources",
        "/api/v1/media//../../../q/health",
        "/api/v1/q/health",
        "/api/../q/health"
      })
  void neverReachesWhatServicesKeepInside(String path) {
    Upstream.SEEN.clear();

    var status = given().urlEncodingEnabled(false).get(path).statusCode();

    assertThat(status).isBetween(400, 404);
    assertThat(Upstream.SEEN).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Albumen-User",
        "x-albumen-user-id",
        "X-Albumen-Roles",
        "Forwarded",
        "X-Real-IP",
        "X-Forwarded-Prefix",
        "X-Forwarded-User",
        "Via",
        "Proxy-Authorization",
        "TE"
      })
  void dropsWhatOnlyTheGatewayMaySay(String header) {
    given()
        .header(header, "forged")
        .get("/api/v1/media")
        .then()
        .statusCode(200)
        .body("headers.'" + header.toLowerCase() + "'", nullValue());
  }

  @Test
  void dropsHeadersThatTheClientNamesAsHopByHop() {
    given()
        .header("Connection", "X-Secret")
        .header("X-Secret", "x")
        .get("/api/v1/media")
        .then()
        .body("headers.'x-secret'", nullValue());
  }

  @Test
  void tellsTheServiceWhereTheRequestReallyComesFrom() {
    given()
        .header("X-Forwarded-For", "203.0.113.7")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "evil.example")
        .get("/api/v1/media")
        .then()
        .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
        .body("headers.'x-forwarded-proto'", equalTo("http"))
        .body("headers.'x-forwarded-host'", not(equalTo("evil.example")));
  }

  @Test
  void keepsTheHeaderByWhichTheWebAppNamesItself() {
    given()
        .header("X-Albumen-Client", "web")
        .get("/api/v1/auth/refresh")
        .then()
        .body("headers.'x-albumen-client'", equalTo("web"));
  }

  @Test
  void passesOnAndAnswersASaneRequestId() {
    given()
        .header("X-Request-Id", "sane-id-0001")
        .get("/api/v1/media")
        .then()
        .header("X-Request-Id", "sane-id-0001")
        .body("headers.'x-request-id'", equalTo("sane-id-0001"));
  }

  @Test
  void makesARequestIdInPlaceOfAnOddOne() {
    given()
        .header("X-Request-Id", "<script>")
        .get("/api/v1/media")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void cleansWhatAServiceAnswers() {
    given()
        .get("/api/v1/videos/chatty")
        .then()
        .statusCode(200)
        .header("Server", nullValue())
        .header("X-Hop", nullValue())
        .header("ETag", "\"kept\"")
        .header("Cache-Control", "private, max-age=60")
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
        .header("Content-Security-Policy", matchesPattern("default-src 'none'.*"));
  }

  @Test
  void letsNothingOfTheApiBeStoredUnlessTheServiceSaysSo() {
    given().get("/api/v1/media").then().header("Cache-Control", "no-store");
  }

  @Test
  void passesOnTheProblemsOfServices() {
    given().get("/api/v1/media/teapot").then().statusCode(422).body("code", equalTo("theirs"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/notifications, 503, service-unavailable",
    "/api/v1/videos/silent, 504, service-timeout",
    "/api/v1/videos/slammed, 502, bad-upstream"
  })
  void turnsAServicesFailureIntoAProblem(String path, int status, String code) {
    given()
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .header("X-Content-Type-Options", "nosniff");
  }

  @Test
  void saysWhenToTryAgainWhileAServiceIsDown() {
    given().get("/api/v1/notifications").then().header("Retry-After", "2");
  }

  @Test
  void refusesADeclaredBodyThatIsTooLarge() {
    given()
        .body(new byte[1024 * 1024 + 1])
        .contentType("application/json")
        .post("/api/v1/media")
        .then()
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void takesABodyOfTheLargestSizeAllowed() {
    given()
        .body(new byte[1024 * 1024])
        .contentType("application/json")
        .post("/api/v1/media")
        .then()
        .statusCode(200)
        .body("bodyBytes", equalTo(1024 * 1024));
  }

  @Test
  void refusesTracing() {
    given().request(Method.TRACE, "/api/v1/media").then().statusCode(405);
  }

  @Test
  void tellsClientsWhatTheServerCanDo() {
    given()
        .get("/api/v1/server/info")
        .then()
        .statusCode(200)
        .header("X-Content-Type-Options", "nosniff")
        .body("limits.uploadBatch", equalTo(50))
        .body("limits.multipartAboveBytes", equalTo(64 * 1024 * 1024))
        .body("limits.uploadMaxBytes", equalTo(5L * 1024 * 1024 * 1024))
        .body("mediaTypes[0]", equalTo("image/jpeg"));
  }

  @Test
  void answersAnUnknownPathOfItsOwnAsProblem() {
    given()
        .get("/api/v1/server/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void isHealthy() {
    given().get("/q/health/ready").then().statusCode(200);
  }
}
