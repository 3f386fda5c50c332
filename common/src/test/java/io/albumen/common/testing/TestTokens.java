package io.albumen.common.testing;

import io.albumen.common.UserId;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * A user pool's tokens without a user pool, and service tokens, for tests. {@link Keys} configures
 * the service under test to trust them.
 */
public final class TestTokens {
  public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_test";
  public static final String CLIENT_ID = "test-client";
  private static final String KEY_ID = "test-key";
  private static final RsaJsonWebKey POOL_KEY = rsaKey();
  private static final Map<String, KeyPair> SERVICE_KEYS = new HashMap<>();

  private TestTokens() {}

  /** A valid access token. */
  public static String access(UserId user, String... groups) {
    return sign(claims(user, groups));
  }

  /** The claims of a valid access token, to be spoilt. */
  public static JwtClaims claims(UserId user, String... groups) {
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setSubject(user.toString());
    claims.setClaim("token_use", "access");
    claims.setClaim("client_id", CLIENT_ID);
    claims.setClaim("username", user.toString());
    claims.setStringListClaim("cognito:groups", List.of(groups));
    claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 300));
    claims.setJwtId(UUID.randomUUID().toString());
    return claims;
  }

  /** Signed by the pool's key. */
  public static String sign(JwtClaims claims) {
    return sign(claims, POOL_KEY.getPrivateKey(), KEY_ID, AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  /** Signed by any key in any way. */
  public static String sign(JwtClaims claims, Key key, String keyId, String algorithm) {
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setKeyIdHeaderValue(keyId);
    jws.setPayload(claims.toJson());
    jws.setKey(key);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A valid service token. */
  public static String service(String from, String to, UserId user) {
    var claims = new JwtClaims();
    claims.setAudience(to);
    claims.setSubject(user.toString());
    claims.setClaim("act", Map.of("sub", from));
    claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 60));
    return sign(
        claims,
        serviceKey(from).getPrivate(),
        from,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  /** The pool's public keys (RFC 7517). */
  public static String jwks() {
    return new JsonWebKeySet(POOL_KEY).toJson();
  }

  static synchronized KeyPair serviceKey(String service) {
    return SERVICE_KEYS.computeIfAbsent(service, _ -> ecKey());
  }

  private static RsaJsonWebKey rsaKey() {
    try {
      var key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(KEY_ID);
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      key.setUse("sig");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair ecKey() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
  }

  /**
   * Test resource: the service trusts {@link TestTokens}, and has keys for cursors, CDN and service
   * tokens. Init argument {@code trusts}: comma list of the services that may call it.
   */
  public static final class Keys implements QuarkusTestResourceLifecycleManager {
    private List<String> trusts = List.of();

    @Override
    public void init(Map<String, String> arguments) {
      trusts =
          arguments.containsKey("trusts") ? List.of(arguments.get("trusts").split(",")) : List.of();
    }

    @Override
    public Map<String, String> start() {
      var config = new HashMap<String, String>();
      config.put("albumen.tokens.issuer", ISSUER);
      config.put("albumen.tokens.client-id", CLIENT_ID);
      config.put("albumen.tokens.jwks-url", jwksFile().toUri().toString());
      config.put("albumen.cursors.key", "a key that only tests know");
      config.put("albumen.cdn.base-url", "https://cdn.example.com");
      config.put("albumen.cdn.key-pair-id", "KTEST");
      config.put("albumen.cdn.private-key", pem("PRIVATE KEY", ecKey().getPrivate().getEncoded()));
      config.put(
          "albumen.service-tokens.private-key",
          pem("PRIVATE KEY", serviceKey("self").getPrivate().getEncoded()));
      for (var service : trusts) {
        config.put(
            "albumen.service-tokens.trusted.\"%s\"".formatted(service),
            pem("PUBLIC KEY", serviceKey(service).getPublic().getEncoded()));
      }
      return config;
    }

    private static Path jwksFile() {
      try {
        var file = Files.createTempFile("jwks", ".json");
        file.toFile().deleteOnExit();
        return Files.writeString(file, jwks());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void stop() {}
  }
}
