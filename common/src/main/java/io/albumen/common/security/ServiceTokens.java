package io.albumen.common.security;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.UserId;
import jakarta.inject.Singleton;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Mints and verifies the tokens services call each other with: {@code aud} the callee, {@code act}
 * the caller (RFC 8693 §4.1), {@code sub} the person it acts for, or again the caller; signed ES256
 * with the caller's own key.
 */
@Singleton
public class ServiceTokens {
  private static final int SKEW_SECONDS = 5;
  private final ServiceTokenConfig config;
  private final Clock clock;
  private final String self;
  private final @Nullable PrivateKey key;
  private final Map<String, PublicKey> trusted = new HashMap<>();

  public ServiceTokens(
      ServiceTokenConfig config,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String self) {
    this.config = config;
    this.clock = clock;
    this.self = self;
    this.key = config.privateKey().map(Pem::privateKey).orElse(null);
    config.trusted().forEach((service, pem) -> trusted.put(service, Pem.publicKey(pem)));
  }

  /** A call that names no service we trust for it. */
  static final class Refused extends DomainException {
    Refused() {
      super(ErrorKind.UNAUTHENTICATED, "invalid-token", "The service token is not valid.");
    }
  }

  /**
   * Who called, and for whom.
   *
   * @param userId null where the service calls for itself
   */
  record Verified(String service, @Nullable UserId userId) {}

  /**
   * A token for one call on behalf of a person.
   *
   * @param audience the service to be called, as {@code photo-service}
   */
  public String mint(String audience, UserId subject) {
    return mint(audience, subject.toString());
  }

  /** A token for one call that no person asked for: the service is its own subject. */
  public String mint(String audience) {
    return mint(audience, self);
  }

  private String mint(String audience, String subject) {
    if (key == null) {
      throw new IllegalStateException("albumen.service-tokens.private-key is not set");
    }
    var now = clock.instant();
    var claims = new JwtClaims();
    claims.setAudience(audience);
    claims.setSubject(subject);
    claims.setClaim("act", Map.of("sub", self));
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(config.lifetime()).getEpochSecond()));
    claims.setGeneratedJwtId();
    return sign(claims, key);
  }

  private String sign(JwtClaims claims, PrivateKey with) {
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setKeyIdHeaderValue(self);
    jws.setPayload(claims.toJson());
    jws.setKey(with);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the service key can't sign", e);
    }
  }

  /**
   * @param callers services that may make this call
   * @throws Refused for any token but a live one, for us, of one of them
   */
  Verified verify(String token, List<String> callers) {
    try {
      var claims = consumer().processToClaims(token);
      var service = actor(claims);
      if (!callers.contains(service)) {
        throw new Refused();
      }
      var subject = claims.getSubject();
      return new Verified(service, subject.equals(service) ? null : UserId.fromString(subject));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      throw new Refused();
    }
  }

  private JwtConsumer consumer() {
    return new JwtConsumerBuilder()
        .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
        .setVerificationKeyResolver(new TrustedKeys())
        .setExpectedAudience(self)
        .setRequireSubject()
        .setRequireIssuedAt()
        .setRequireExpirationTime()
        .setMaxFutureValidityInMinutes((int) Math.max(1, config.lifetime().toMinutes()))
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .build();
  }

  private final class TrustedKeys implements VerificationKeyResolver {
    /** A key vouches only for the service it belongs to: the actor must be the key's owner. */
    @Override
    public Key resolveKey(JsonWebSignature jws, List<JsonWebStructure> nesting)
        throws UnresolvableKeyException {
      var known = trusted.get(jws.getKeyIdHeaderValue());
      if (known == null || !jws.getKeyIdHeaderValue().equals(unverifiedActor(jws))) {
        throw new UnresolvableKeyException("no trusted key");
      }
      return known;
    }

    private String unverifiedActor(JsonWebSignature jws) throws UnresolvableKeyException {
      try {
        return actor(JwtClaims.parse(jws.getUnverifiedPayload()));
      } catch (InvalidJwtException | IllegalArgumentException e) {
        throw new UnresolvableKeyException("no actor", e);
      }
    }
  }

  private static String actor(JwtClaims claims) {
    if (claims.getClaimValue("act") instanceof Map<?, ?> act
        && act.get("sub") instanceof String service) {
      return service;
    }
    throw new IllegalArgumentException("no act claim");
  }
}
