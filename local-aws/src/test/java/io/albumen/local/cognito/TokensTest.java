package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.PASSWORD;
import static io.albumen.local.cognito.PoolClient.newAddress;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;

class TokensTest extends PoolFixture {
  private static final String EMAIL = newAddress();
  private static String sub;

  @BeforeAll
  static void signUp() {
    sub = pool.newUser(EMAIL);
  }

  @Test
  void accessTokenHasCognitosClaims() throws Exception {
    var claims = verified(pool.signIn(EMAIL).accessToken());

    assertThat(claims.getClaimNames())
        .isEqualTo(
            Set.of(
                "sub",
                "iss",
                "client_id",
                "origin_jti",
                "event_id",
                "token_use",
                "scope",
                "auth_time",
                "exp",
                "iat",
                "jti",
                "username"));
    assertThat(claims.getSubject()).isEqualTo(sub);
    assertThat(claims.getIssuer()).isEqualTo(faces.setting("albumen.tokens.issuer"));
    assertThat(claims.getStringClaimValue("token_use")).isEqualTo("access");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(300);
  }

  @Test
  void idTokenNamesTheUser() throws Exception {
    var claims = verified(pool.signIn(EMAIL).idToken());

    assertThat(claims.getStringClaimValue("email")).isEqualTo(EMAIL);
    assertThat(claims.getAudience()).containsExactly(pool.clientId());
    assertThat(claims.getStringClaimValue("token_use")).isEqualTo("id");
  }

  @Test
  void refusesAnExpiredAccessToken() {
    var token = pool.signIn(EMAIL).accessToken();
    CLOCK.forward(Duration.ofMinutes(6));

    refused(token, "Access Token has expired");
  }

  @Test
  void refusesAnIdTokenAsAccessToken() {
    refused(pool.signIn(EMAIL).idToken(), "Invalid Access Token");
  }

  @Test
  void refusesATamperedAccessToken() {
    var parts = pool.signIn(EMAIL).accessToken().split("\\.");
    var payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    var forged = payload.replace(sub, "00000000-0000-4000-8000-000000000000");
    var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8));

    refused(String.join(".", parts[0], encoded, parts[2]), "Could not verify signature");
  }

  @Test
  void refusesATokenSignedByAnotherKeyUnderTheSameKeyId() throws Exception {
    var token = pool.signIn(EMAIL).accessToken();
    var genuine = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
    var forged = new JsonWebSignature();
    forged.setPayload(verified(token).toJson());
    forged.setKeyIdHeaderValue(genuine.getKeyIdHeaderValue());
    forged.setAlgorithmHeaderValue("RS256");
    forged.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());

    refused(forged.getCompactSerialization(), "Could not verify signature");
  }

  @Test
  void refusesATokenSignedWithThePublicKeyAsSecret() throws Exception {
    var token = pool.signIn(EMAIL).accessToken();
    var genuine = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
    var key = keys().findJsonWebKey(genuine.getKeyIdHeaderValue(), "RSA", "sig", "RS256");
    var forged = new JsonWebSignature();
    forged.setPayload(verified(token).toJson());
    forged.setKeyIdHeaderValue(genuine.getKeyIdHeaderValue());
    forged.setAlgorithmHeaderValue("HS256");
    forged.setKey(new HmacKey(key.getKey().getEncoded()));

    refused(forged.getCompactSerialization(), "Could not verify signature");
  }

  @Test
  void refusesAnUnsignedToken() throws Exception {
    var claims = verified(pool.signIn(EMAIL).accessToken()).toJson();
    var encoder = Base64.getUrlEncoder().withoutPadding();

    refused(
        encoder.encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8))
            + "."
            + encoder.encodeToString(claims.getBytes(UTF_8))
            + ".",
        "Could not verify signature");
  }

  @Test
  void rotatesRefreshTokensAndKeepsTheSignIn() throws Exception {
    var first = pool.signIn(EMAIL);
    var second = pool.refresh(first.refreshToken());

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(verified(second.accessToken()).getStringClaimValue("origin_jti"))
        .isEqualTo(verified(first.accessToken()).getStringClaimValue("origin_jti"));
  }

  @Test
  void letsAReplacedRefreshTokenLiveForTheGracePeriod() {
    var first = pool.signIn(EMAIL).refreshToken();
    var unused = pool.refresh(first);
    CLOCK.forward(Duration.ofSeconds(50));

    assertThat(pool.refresh(first).refreshToken()).isNotEqualTo(unused.refreshToken());
  }

  @Test
  void refusesAReplacedRefreshTokenAfterTheGracePeriod() {
    var first = pool.signIn(EMAIL).refreshToken();
    var second = pool.refresh(first).refreshToken();
    CLOCK.forward(Duration.ofSeconds(61));

    assertThatThrownBy(() -> pool.refresh(first)).isInstanceOf(RefreshTokenReuseException.class);
    assertThat(pool.refresh(second).accessToken()).isNotEmpty();
  }

  @Test
  void graceIsNotProlongedByUse() {
    var first = pool.signIn(EMAIL).refreshToken();
    pool.refresh(first);
    CLOCK.forward(Duration.ofSeconds(50));
    pool.refresh(first);
    CLOCK.forward(Duration.ofSeconds(20));

    assertThatThrownBy(() -> pool.refresh(first)).isInstanceOf(RefreshTokenReuseException.class);
  }

  @Test
  void rotationDoesNotProlongTheSignIn() {
    var first = pool.signIn(EMAIL).refreshToken();
    CLOCK.forward(Duration.ofDays(29));
    var second = pool.refresh(first).refreshToken();
    CLOCK.forward(Duration.ofDays(2));

    assertThatThrownBy(() -> pool.refresh(second))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void offersNoRefreshFlowBesideRotation() {
    var token = pool.signIn(EMAIL).refreshToken();

    assertThatThrownBy(
            () ->
                pool.auth(
                    "REFRESH_TOKEN_AUTH",
                    Map.of("REFRESH_TOKEN", token, "SECRET_HASH", pool.hash(sub))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesRefreshWithAWrongClientSecret() {
    var token = pool.signIn(EMAIL).refreshToken();

    assertThatThrownBy(
            () ->
                pool.aws.getTokensFromRefreshToken(
                    request ->
                        request
                            .refreshToken(token)
                            .clientId(pool.clientId())
                            .clientSecret("wrong")))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void refusesAnInventedRefreshToken() {
    assertThatThrownBy(() -> pool.refresh("bm90LWEtdG9rZW4"))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Invalid Refresh Token");
  }

  @Test
  void revokingEndsTheSignInAndItsAccessTokens() {
    var ended = pool.signIn(EMAIL);
    var other = pool.signIn(EMAIL);
    revoke(ended.refreshToken());

    refused(ended.accessToken(), "Access Token has been revoked");
    assertThatThrownBy(() -> pool.refresh(ended.refreshToken()))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("revoked");
    pool.getUser(other.accessToken());
  }

  @Test
  void revokesOnlyRefreshTokens() {
    var token = pool.signIn(EMAIL).accessToken();

    assertThatThrownBy(() -> revoke(token)).isInstanceOf(UnsupportedTokenTypeException.class);
  }

  @Test
  void globalSignOutEndsEverySignIn() {
    var one = pool.signIn(EMAIL);
    var other = pool.signIn(EMAIL);
    pool.aws.globalSignOut(request -> request.accessToken(one.accessToken()));

    refused(one.accessToken(), "revoked");
    refused(other.accessToken(), "revoked");
  }

  @Test
  void keepsUsersAndTokensOverARestart() {
    var tokens = pool.signIn(EMAIL);
    restart();

    pool.getUser(tokens.accessToken());
    assertThat(pool.refresh(tokens.refreshToken()).accessToken()).isNotEmpty();
    assertThat(pool.signIn(EMAIL, PASSWORD).accessToken()).isNotEmpty();
  }

  @Test
  void signsWithRotatedKeysWhileTheOldOnesStayGood() throws Exception {
    var before = pool.signIn(EMAIL).accessToken();
    rotateKeys();
    var after = pool.signIn(EMAIL).accessToken();
    restart();

    assertThat(keyId(after)).isNotEqualTo(keyId(before));
    assertThat(verified(before).getSubject()).isEqualTo(sub);
    assertThat(verified(after).getSubject()).isEqualTo(sub);
    pool.getUser(before);
    pool.getUser(after);
  }

  @Test
  void rotatesOnceForEachWish() throws Exception {
    rotateKeys();
    var first = pool.signIn(EMAIL).accessToken();
    var second = pool.signIn(EMAIL).accessToken();

    assertThat(keyId(second)).isEqualTo(keyId(first));
  }

  @Test
  void publishesReplacedKeysForADay() throws Exception {
    var old = keyId(pool.signIn(EMAIL).accessToken());
    rotateKeys();
    CLOCK.forward(Duration.ofHours(23));
    assertThat(keyIds()).contains(old);
    CLOCK.forward(Duration.ofHours(2));

    assertThat(keyIds()).doesNotContain(old).hasSize(2);
  }

  /** Which happens at the next call. */
  private static void rotateKeys() throws Exception {
    Files.createFile(faces.state("cognito").resolve("rotate-keys"));
    keys();
  }

  private static String keyId(String token) throws Exception {
    return ((JsonWebSignature) JsonWebSignature.fromCompactSerialization(token))
        .getKeyIdHeaderValue();
  }

  private static List<String> keyIds() throws Exception {
    return keys().getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList();
  }

  @Test
  void describesItselfToOpenIdClients() throws Exception {
    var issuer = faces.setting("albumen.tokens.issuer");

    assertThat(get(issuer + "/.well-known/openid-configuration"))
        .contains("\"issuer\":\"" + issuer + "\"")
        .contains(faces.setting("albumen.tokens.jwks-url"));
  }

  private static void refused(String accessToken, String reason) {
    assertThatThrownBy(() -> pool.getUser(accessToken))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining(reason);
  }

  private static void revoke(String token) {
    pool.aws.revokeToken(
        request ->
            request.token(token).clientId(pool.clientId()).clientSecret(pool.clientSecret()));
  }

  private static JwtClaims verified(String token) throws Exception {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys().getJsonWebKeys()))
        .setSkipDefaultAudienceValidation()
        .build()
        .processToClaims(token);
  }

  private static JsonWebKeySet keys() throws Exception {
    return new JsonWebKeySet(get(faces.setting("albumen.tokens.jwks-url")));
  }

  private static String get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }
}
