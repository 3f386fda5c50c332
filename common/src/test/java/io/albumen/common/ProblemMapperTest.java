package io.albumen.common;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
    value = TestTokens.Keys.class,
    initArgs = @ResourceArg(name = "trusts", value = "video-service,auth-service"))
class ProblemMapperTest {
  private static final UserId ADA = UserId.fromString("11111111-2222-4333-8444-555555555555");

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/" + code))
        .body("code", equalTo(code))
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("detail", notNullValue())
        .body("requestId", notNullValue());
  }

  private static ValidatableResponse order(String json) {
    return given().contentType("application/json").body(json).post("/probe/orders").then();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                              | malformed-json  | ''",
        "{\"prints\":[]} x                              | malformed-json  | ''",
        "{\"prints\":[],\"prints\":[]}                  | malformed-json  | ''",
        "{\"prints\":\"none\"}                          | malformed-json  | prints",
        "{\"prints\":[{\"title\":7}]}                   | malformed-json  | prints[0].title",
        "{\"prints\":[{\"title\":\"a\",\"copies\":\"2\"}]} | malformed-json | prints[0].copies",
        "{\"prints\":[{\"title\":\"a\",\"copies\":1.5}]} | malformed-json | prints[0].copies",
        "{\"prints\":[{\"title\":\"a\",\"copies\":null}]} | malformed-json | prints[0].copies",
        "{\"prints\":[{\"title\":\"a\",\"shade\":\"GREY\"}]} | malformed-json | prints[0].shade",
        "{\"prints\":[{\"title\":\"a\",\"madeAt\":\"now\"}]} | malformed-json | prints[0].madeAt",
        "{\"prints\":[{\"title\":\" \",\"copies\":1}]}  | invalid-request | prints[0].title",
        "{\"prints\":[{\"copies\":1}]}                  | invalid-request | prints[0].title",
        "{}                                             | invalid-request | prints",
        "{\"prints\":[{\"title\":\"a\",\"copies\":1},{\"title\":\"a\",\"copies\":1},{\"title\":\"a\",\"copies\":1}]} | invalid-request | prints",
      })
  void namesTheFieldAtFault(String json, String code, String path) {
    problem(order(json), 400, code).body("errors.path", hasItems(path));
  }

  @Test
  void refusesNoBodyAtAll() {
    problem(
        given().contentType("application/json").post("/probe/orders").then(),
        400,
        "invalid-request");
  }

  @Test
  void namesTheAllowedValuesOfAnEnum() {
    order("{\"prints\":[{\"title\":\"a\",\"shade\":\"GREY\"}]}")
        .body("errors[0].message", containsString("LIGHT, DARK"));
  }

  @Test
  void refusesAbsurdDepth() {
    problem(order("[".repeat(10_000) + "]".repeat(10_000)), 400, "malformed-json");
  }

  @Test
  void writesTimesWithMilliseconds() {
    order("{\"prints\":[{\"title\":\"a\",\"copies\":1,\"madeAt\":\"2026-01-02T03:04:05Z\"}]}")
        .statusCode(200)
        .body("prints[0].madeAt", equalTo("2026-01-02T03:04:05.000Z"));
  }

  @Test
  void answersAnotherContentTypeAsProblem() {
    problem(
        given().contentType("text/plain").body("x").post("/probe/orders").then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void answersAnotherMethodAsProblem() {
    problem(given().delete("/probe/orders").then(), 405, "method-not-allowed");
  }

  @Test
  void answersAnUnknownPathAsProblem() {
    problem(given().get("/probe/nowhere").then(), 404, "not-found");
  }

  @Test
  void answersAnIdThatIsNoUuidAsAbsent() {
    problem(given().get("/probe/items/7").then(), 404, "not-found");
  }

  @Test
  void tellsWhenToTryAgain() {
    problem(given().get("/probe/busy").then(), 429, "busy").header("Retry-After", "7");
  }

  @Test
  void keepsTheReasonOfABugToTheLog() {
    problem(given().get("/probe/bug").then(), 500, "internal")
        .body(not(containsString("postgresql")))
        .body(not(containsString("IllegalState")));
  }

  @Test
  void answersTheRequestIdItWasGiven() {
    given()
        .header("X-Request-Id", "from-a-client-1")
        .get("/probe/busy")
        .then()
        .header("X-Request-Id", "from-a-client-1")
        .body("requestId", equalTo("from-a-client-1"));
  }

  @Test
  void makesARequestIdWhereTheGivenOneIsNotSane() {
    given()
        .header("X-Request-Id", "a b;c")
        .get("/probe/busy")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }

  @Test
  void asksForASignInWithoutAToken() {
    problem(given().get("/probe/me").then(), 401, "unauthenticated")
        .header("WWW-Authenticate", "Bearer");
  }

  @Test
  void knowsTheCallerByTheirAccessToken() {
    as(TestTokens.access(ADA))
        .get("/probe/me")
        .then()
        .statusCode(200)
        .body(equalTo(ADA.toString()));
  }

  @Test
  void forbidsWhatTheRoleDoesNotAllow() {
    problem(as(TestTokens.access(ADA)).get("/probe/admin").then(), 403, "forbidden");
    as(TestTokens.access(ADA, "admin")).get("/probe/admin").then().statusCode(200);
  }

  @Test
  void attack1JwtConfusionIsRefused() throws Exception {
    var idToken = TestTokens.claims(ADA);
    idToken.setClaim("token_use", "id");
    var foreignClient = TestTokens.claims(ADA);
    foreignClient.setClaim("client_id", "another");
    var foreignPool = TestTokens.claims(ADA);
    foreignPool.setIssuer(TestTokens.ISSUER + "x");
    var expired = TestTokens.claims(ADA);
    expired.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 60));
    var symmetric =
        TestTokens.sign(
            TestTokens.claims(ADA),
            new HmacKey(TestTokens.jwks().getBytes(StandardCharsets.UTF_8)),
            "test-key",
            AlgorithmIdentifiers.HMAC_SHA256);
    for (var token :
        new String[] {
          "nonsense",
          "a.b.c",
          symmetric,
          TestTokens.sign(idToken),
          TestTokens.sign(foreignClient),
          TestTokens.sign(foreignPool),
          TestTokens.sign(expired),
          TestTokens.access(ADA) + "x",
        }) {
      problem(as(token).get("/probe/me").then(), 401, "invalid-token");
    }
  }

  @Test
  void aServiceTokenNamesServiceAndPerson() {
    as(TestTokens.service("video-service", "common", ADA))
        .get("/probe/internal")
        .then()
        .statusCode(200)
        .body(equalTo("video-service for " + ADA));
  }

  @Test
  void internalRefusesEveryOtherToken() {
    for (var token :
        new String[] {
          TestTokens.access(ADA),
          TestTokens.service("auth-service", "common", ADA), // trusted, but not for this
          TestTokens.service("video-service", "photo-service", ADA), // another audience
          TestTokens.service("stranger", "common", new UserId(UUID.randomUUID())),
        }) {
      problem(as(token).get("/probe/internal").then(), 401, "invalid-token");
    }
    problem(given().get("/probe/internal").then(), 401, "invalid-token");
  }
}
