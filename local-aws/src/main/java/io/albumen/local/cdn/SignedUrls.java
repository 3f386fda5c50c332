package io.albumen.local.cdn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CloudFront's rules for signed URLs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html">CloudFront:
 *     use signed URLs</a>
 */
final class SignedUrls {
  private static final Set<String> RESERVED =
      Set.of("Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm");
  private static final Set<String> HASHES = Set.of("SHA1", "SHA256");
  private static final String CANNED =
      "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%s}}}]}";

  private final KeyGroup keys;
  private final ObjectMapper mapper = new ObjectMapper();

  SignedUrls(KeyGroup keys) {
    this.keys = keys;
  }

  /** Why a URL is refused, in CloudFront's words. */
  record Refusal(String code, String message) {
    static final Refusal MISSING_KEY =
        new Refusal("MissingKey", "Missing Key-Pair-Id query parameter or cookie value");
    static final Refusal UNKNOWN_KEY = new Refusal("InvalidKey", "Unknown Key");
    static final Refusal DENIED = new Refusal("AccessDenied", "Access denied");
    static final Refusal MALFORMED_POLICY = new Refusal("MalformedPolicy", "Malformed Policy");
  }

  /**
   * Whether a request is to be refused.
   *
   * @param url as requested, without its query
   * @param query as requested, still encoded
   */
  @Nullable Refusal check(String url, @Nullable String query, Instant now) {
    var reserved = new LinkedHashMap<String, String>();
    var resource = url + rest(query, reserved);
    if (!reserved.containsKey("Key-Pair-Id")) {
      return Refusal.MISSING_KEY;
    }
    if (!keys.has(reserved.get("Key-Pair-Id"))) {
      return Refusal.UNKNOWN_KEY;
    }
    var policy = reserved.get("Policy");
    return policy == null
        ? checkCanned(resource, reserved, now)
        : checkCustom(resource, policy, reserved, now);
  }

  /** The query less CloudFront's own parameters, which go to {@code reserved}. */
  private static String rest(@Nullable String query, Map<String, String> reserved) {
    var others = new ArrayList<String>();
    for (var parameter : query == null ? List.<String>of() : List.of(query.split("&"))) {
      var halves = parameter.split("=", 2);
      if (RESERVED.contains(halves[0])) {
        reserved.putIfAbsent(halves[0], halves.length > 1 ? halves[1] : "");
      } else {
        others.add(parameter);
      }
    }
    return others.isEmpty() ? "" : "?" + String.join("&", others);
  }

  private @Nullable Refusal checkCanned(
      String resource, Map<String, String> reserved, Instant now) {
    var expires = reserved.getOrDefault("Expires", "");
    if (!expires.matches("\\d{1,12}")) {
      return Refusal.DENIED;
    }
    var policy = CANNED.formatted(resource, expires).getBytes(StandardCharsets.UTF_8);
    var isLive = now.isBefore(Instant.ofEpochSecond(Long.parseLong(expires)));
    return isLive && isSigned(policy, reserved) ? null : Refusal.DENIED;
  }

  private @Nullable Refusal checkCustom(
      String resource, String encoded, Map<String, String> reserved, Instant now) {
    var policy = decode(encoded);
    if (policy == null) {
      return Refusal.MALFORMED_POLICY;
    }
    if (!isSigned(policy, reserved)) {
      return Refusal.DENIED;
    }
    try {
      var statement = mapper.readTree(policy).path("Statement").path(0);
      return isCovered(statement, resource, now) ? null : Refusal.DENIED;
    } catch (IOException e) {
      return Refusal.MALFORMED_POLICY;
    }
  }

  private static boolean isCovered(JsonNode statement, String resource, Instant now) {
    var condition = statement.path("Condition");
    long until = condition.path("DateLessThan").path("AWS:EpochTime").asLong(0);
    long from = condition.path("DateGreaterThan").path("AWS:EpochTime").asLong(0);
    return now.getEpochSecond() < until
        && now.getEpochSecond() >= from
        && pattern(statement.path("Resource").asText()).matcher(resource).matches();
  }

  /** {@code *} stands for any characters, {@code ?} for exactly one. */
  private static Pattern pattern(String wildcard) {
    var regex = new StringBuilder();
    for (char c : wildcard.toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private boolean isSigned(byte[] policy, Map<String, String> reserved) {
    var signature = decode(reserved.getOrDefault("Signature", ""));
    var hash = reserved.getOrDefault("Hash-Algorithm", "SHA1");
    return signature != null && HASHES.contains(hash) && keys.verifies(policy, signature, hash);
  }

  /** Base64 with the characters that CloudFront puts in place of those with meaning in a URL. */
  private static byte @Nullable [] decode(String text) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
