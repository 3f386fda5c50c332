package io.albumen.local.cognito.pool;

import io.albumen.local.protocol.AwsFailure;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Access and id tokens with Cognito's claims, RS256. */
public final class Tokens {
  private static final String SCOPE = "aws.cognito.signin.user.admin";

  private final SigningKeys keys;
  private final PoolSettings settings;
  private final Clock clock;

  Tokens(SigningKeys keys, PoolSettings settings, Clock clock) {
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whose token it was, of which sign-in. */
  record Bearer(String sub, String sessionId) {}

  public String access(User user, Session session) {
    var claims = common(user, session, "access");
    claims.setStringClaim("client_id", settings.clientId());
    claims.setStringClaim("scope", SCOPE);
    claims.setStringClaim("username", user.sub());
    return sign(claims, keys.accessKey());
  }

  public String id(User user, Session session) {
    var claims = common(user, session, "id");
    user.attributes().forEach(claims::setStringClaim);
    claims.setClaim(User.EMAIL_VERIFIED, user.emailVerified());
    claims.setAudience(settings.clientId());
    claims.setStringClaim("cognito:username", user.sub());
    return sign(claims, keys.idKey());
  }

  private JwtClaims common(User user, Session session, String use) {
    var now = clock.instant();
    var claims = new JwtClaims();
    claims.setSubject(user.sub());
    if (!user.groups().isEmpty()) {
      claims.setStringListClaim("cognito:groups", user.groups());
    }
    claims.setIssuer(settings.issuer());
    claims.setStringClaim("origin_jti", session.id());
    claims.setStringClaim("event_id", session.eventId());
    claims.setStringClaim("token_use", use);
    claims.setNumericDateClaim(
        "auth_time", NumericDate.fromSeconds(session.authTime().getEpochSecond()));
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(
        NumericDate.fromSeconds(now.plus(settings.accessTokenLife()).getEpochSecond()));
    claims.setJwtId(UUID.randomUUID().toString());
    return claims;
  }

  private static String sign(JwtClaims claims, RsaJsonWebKey key) {
    var signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("token not signable", e);
    }
  }

  /** Refuses anything but an access token of this pool and client that has not expired. */
  Bearer verifyAccess(String token) {
    try {
      var claims = consumer().processToClaims(token);
      if (!claimIs(claims, "token_use", "access")
          || !claimIs(claims, "client_id", settings.clientId())) {
        throw Faults.notAuthorized("Invalid Access Token");
      }
      return new Bearer(claims.getSubject(), claims.getStringClaimValue("origin_jti"));
    } catch (InvalidJwtException e) {
      throw refusal(e);
    } catch (MalformedClaimException e) {
      throw Faults.notAuthorized("Invalid Access Token");
    }
  }

  private static boolean claimIs(JwtClaims claims, String name, String expected)
      throws MalformedClaimException {
    return Optional.ofNullable(claims.getStringClaimValue(name)).equals(Optional.of(expected));
  }

  private static AwsFailure refusal(InvalidJwtException e) {
    return Faults.notAuthorized(
        e.hasExpired()
            ? "Access Token has expired"
            : "Could not verify signature for Access Token");
  }

  private JwtConsumer consumer() {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.published()))
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
        .setExpectedIssuer(settings.issuer())
        .setRequireExpirationTime()
        .setRequireSubject()
        .setSkipDefaultAudienceValidation()
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .build();
  }
}
