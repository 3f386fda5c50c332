package io.albumen.gateway.token;

import io.albumen.common.UserId;
import io.albumen.common.security.AccessTokenPolicy;
import io.albumen.common.security.TokenConfig;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Verifies an access token in full; costs a signature check, done off the event loop. */
@Singleton
class TokenVerifier {
  private static final Logger LOG = Logger.getLogger(TokenVerifier.class);
  private final Vertx vertx;
  private final PoolKeys keys;
  private final TokenConfig pool;
  private final AccessTokenPolicy policy;
  private final Clock clock;
  private final int skewSeconds;

  TokenVerifier(
      Vertx vertx,
      PoolKeys keys,
      TokenConfig pool,
      AccessTokenPolicy policy,
      TokenGateConfig config,
      Clock clock) {
    this.vertx = vertx;
    this.keys = keys;
    this.pool = pool;
    this.policy = policy;
    this.clock = clock;
    this.skewSeconds = (int) config.skew().toSeconds();
  }

  Future<Verdict> verify(String token) {
    var keyId = keyId(token);
    if (keyId == null) {
      return Future.succeededFuture(Verdict.BAD);
    }
    return keys.find(keyId)
        .compose(
            found ->
                switch (found) {
                  case PoolKeys.Found.Key(var key) ->
                      vertx.executeBlocking(() -> verify(token, key), false);
                  case PoolKeys.Found.Unknown _ -> Future.succeededFuture(Verdict.BAD);
                  case PoolKeys.Found.Unreachable _ -> Future.succeededFuture(Verdict.UNDECIDED);
                });
  }

  /** The key a token names, if it claims to be signed as the pool signs. */
  private static @Nullable String keyId(String token) {
    try {
      var jws = new JsonWebSignature();
      jws.setCompactSerialization(token);
      return AlgorithmIdentifiers.RSA_USING_SHA256.equals(jws.getAlgorithmHeaderValue())
          ? jws.getKeyIdHeaderValue()
          : null;
    } catch (JoseException e) {
      return null;
    }
  }

  private Verdict verify(String token, PublicKey key) {
    try {
      var now = clock.instant().getEpochSecond();
      var claims =
          new JwtConsumerBuilder()
              .setEvaluationTime(NumericDate.fromSeconds(now))
              .setJwsAlgorithmConstraints(
                  AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
              .setVerificationKey(key)
              .setExpectedIssuer(pool.issuer())
              .setSkipDefaultAudienceValidation() // Cognito's access tokens have none
              .setRequireSubject()
              .setRequireIssuedAt()
              .setRequireExpirationTime()
              .setAllowedClockSkewInSeconds(skewSeconds)
              .build()
              .processToClaims(token);
      var issuedAt = claims.getIssuedAt().getValue();
      if (issuedAt > now + skewSeconds
          || !policy.isOurs(new DefaultJWTCallerPrincipal(token, "JWT", claims))) {
        return Verdict.BAD;
      }
      return new Verdict.Good(
          UserId.fromString(claims.getSubject()),
          issuedAt,
          claims.getExpirationTime().getValue() + skewSeconds);
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      LOG.debugf("token refused reason=%s", e.getMessage());
      return Verdict.BAD;
    }
  }
}
