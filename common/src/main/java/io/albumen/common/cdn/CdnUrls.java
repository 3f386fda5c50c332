package io.albumen.common.cdn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.security.Pem;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs URLs as CloudFront verifies them, by a key group with an ECDSA P-256 key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html">CloudFront:
 *     use signed URLs</a>
 */
@Singleton
public class CdnUrls {
  private static final int REMEMBERED = 10_000;
  private final CdnConfig config;
  private final Clock clock;
  private final ObjectMapper mapper;
  private final PrivateKey key;

  /** ECDSA never signs the same twice; remembered, a URL stays the same until it expires. */
  private final LinkedHashMap<String, String> signatures = new LinkedHashMap<>(16, 0.75f, true);

  public CdnUrls(CdnConfig config, Clock clock, ObjectMapper mapper) {
    this.config = config;
    this.clock = clock;
    this.mapper = mapper;
    this.key = Pem.privateKey(config.privateKey());
  }

  /** A URL for one object, under a canned policy. */
  public SignedUrl sign(String key) {
    return sign(key, Map.of());
  }

  /**
   * A URL for one object, under a canned policy.
   *
   * @param key of the object, without a leading slash
   * @param parameters as {@code response-content-disposition}; they are signed too
   */
  public SignedUrl sign(String key, Map<String, String> parameters) {
    var expiresAt = expiry();
    var resource = config.baseUrl() + "/" + key + queryOf(parameters);
    var signature = signature(policy(resource, expiresAt));
    var url =
        "%s%sExpires=%d&Signature=%s&Key-Pair-Id=%s&Hash-Algorithm=SHA256"
            .formatted(
                resource,
                parameters.isEmpty() ? "?" : "&",
                expiresAt.getEpochSecond(),
                signature,
                config.keyPairId());
    return new SignedUrl(url, expiresAt);
  }

  /**
   * One signature for all objects below a prefix, under a custom policy with a wildcard.
   *
   * @param prefix as {@code renditions/abc/}, ending with a slash
   */
  public SignedPrefix signPrefix(String prefix) {
    var expiresAt = expiry();
    var base = config.baseUrl() + "/" + prefix;
    var policy = policy(base + "*", expiresAt);
    var query =
        "?Policy=%s&Signature=%s&Key-Pair-Id=%s&Hash-Algorithm=SHA256"
            .formatted(
                alphabet(policy.getBytes(StandardCharsets.UTF_8)),
                signature(policy),
                config.keyPairId());
    return new SignedPrefix(base, query, expiresAt);
  }

  private Instant expiry() {
    long step = config.rounding().toSeconds();
    long earliest = clock.instant().plus(config.minLifetime()).getEpochSecond();
    return Instant.ofEpochSecond(Math.ceilDiv(earliest, step) * step);
  }

  private static String queryOf(Map<String, String> parameters) {
    var query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(enc(value)));
    return query.toString();
  }

  private static String enc(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The member order and lack of white space are part of the canned policy's signature. */
  private String policy(String resource, Instant expiresAt) {
    var condition = Map.of("DateLessThan", Map.of("AWS:EpochTime", expiresAt.getEpochSecond()));
    var statement = new LinkedHashMap<String, Object>();
    statement.put("Resource", resource);
    statement.put("Condition", condition);
    try {
      return mapper.writeValueAsString(Map.of("Statement", List.of(statement)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a policy is always JSON", e);
    }
  }

  private String signature(String policy) {
    synchronized (signatures) {
      var known = signatures.computeIfAbsent(policy, this::compute);
      if (signatures.size() > REMEMBERED) {
        signatures.pollFirstEntry();
      }
      return known;
    }
  }

  private String compute(String policy) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(policy.getBytes(StandardCharsets.UTF_8));
      return alphabet(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the CDN key can't sign", e);
    }
  }

  /** Base64 with the characters that CloudFront puts in place of those with meaning in a URL. */
  private static String alphabet(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }
}
