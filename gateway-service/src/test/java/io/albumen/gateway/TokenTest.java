package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class TokenTest {
  private static final UserId ADA = new UserId(UUID.randomUUID());

  @Test
  void passesAGoodTokenOn() {
    var token = TestTokens.access(ADA);

    given()
        .auth()
        .oauth2(token)
        .get("/api/v1/media")
        .then()
        .statusCode(200)
        .body("headers.authorization", equalTo("Bearer " + token));
  }

  @Test
  void leavesItToTheServiceWhetherATokenIsNeeded() {
    given().get("/api/v1/media").then().statusCode(200);
  }

  static Stream<Arguments> badTokens() throws JoseException {
    var good = TestTokens.access(ADA);
    return Stream.of(
        bad("unsigned", unsigned()),
        bad("signed with the client id as secret", hmac()),
        bad("signed by a stranger under our key id", foreign("test-key")),
        bad("of an unknown key", foreign("no-such-key")),
        bad("of a key named like a path", foreign("../../../../etc/passwd")),
        bad("of another pool", spoilt(claims -> claims.setIssuer(TestTokens.ISSUER + "2"))),
        bad("an ID token", spoilt(claims -> claims.setClaim("token_use", "id"))),
        bad("of another client", spoilt(claims -> claims.setClaim("client_id", "other"))),
        bad("of no client", spoilt(claims -> claims.unsetClaim("client_id"))),
        bad("expired", spoilt(claims -> claims.setExpirationTime(ago(60)))),
        bad("without expiry", spoilt(claims -> claims.unsetClaim("exp"))),
        bad("without subject", spoilt(claims -> claims.unsetClaim("sub"))),
        bad("cut short", good.substring(0, good.length() - 20)),
        bad("altered", good.substring(0, good.length() - 5) + "AAAAA"),
        bad("no JWT", "nonsense"),
        bad("empty", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void refusesATokenThatIs(String what, String token) {
    Upstream.SEEN.clear();

    given()
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/media")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("code", equalTo("invalid-token"));

    assertThat(Upstream.SEEN).as(what).isEmpty();
  }

  @Test
  void refusesCredentialsOfAnotherScheme() {
    given()
        .header("Authorization", "Basic YTpi")
        .get("/api/v1/media")
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid-token"));
  }

  @Test
  void refusesTwoTokens() {
    given()
        .header("Authorization", "Bearer " + TestTokens.access(ADA), "Bearer nonsense")
        .get("/api/v1/media")
        .then()
        .statusCode(401);
  }

  private static Arguments bad(String what, String token) {
    return Arguments.of(what, token);
  }

  private static NumericDate ago(long seconds) {
    return NumericDate.fromSeconds(Instant.now().getEpochSecond() - seconds);
  }

  private static String spoilt(java.util.function.Consumer<JwtClaims> spoil) {
    var claims = TestTokens.claims(ADA);
    spoil.accept(claims);
    return TestTokens.sign(claims);
  }

  private static String foreign(String keyId) throws JoseException {
    return TestTokens.sign(
        TestTokens.claims(ADA),
        RsaJwkGenerator.generateJwk(2048).getPrivateKey(),
        keyId,
        AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  private static String hmac() {
    var secret =
        (TestTokens.CLIENT_ID + "-padded-to-be-long-enough-for-hs256")
            .getBytes(StandardCharsets.UTF_8);
    return TestTokens.sign(
        TestTokens.claims(ADA),
        new SecretKeySpec(secret, "HmacSHA256"),
        "test-key",
        AlgorithmIdentifiers.HMAC_SHA256);
  }

  private static String unsigned() {
    return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}")
        + "."
        + base64(TestTokens.claims(ADA).toJson())
        + ".";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
