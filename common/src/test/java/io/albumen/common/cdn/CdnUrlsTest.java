package io.albumen.common.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.JsonConventions;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CdnUrlsTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:01:30Z");
  private static final Instant EXPIRY = Instant.parse("2026-05-01T12:15:00Z");
  private KeyPair keys;
  private CdnUrls urls;

  @BeforeEach
  void makeKeys() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    keys = generator.generateKeyPair();
    urls = new CdnUrls(config(), Clock.fixed(NOON, ZoneOffset.UTC), JsonConventions.mapper());
  }

  @Test
  void signsOneObjectUnderTheCannedPolicy() throws Exception {
    var signed = urls.sign("videos/a.mp4", Map.of("response-content-disposition", "inline; x"));

    var resource =
        "https://cdn.example.com/videos/a.mp4?response-content-disposition=inline%3B%20x";
    assertThat(signed.expiresAt()).isEqualTo(EXPIRY);
    assertThat(signed.url()).startsWith(resource + "&Expires=" + EXPIRY.getEpochSecond());
    assertThat(verifies(policy(resource), parameter(signed.url(), "Signature"))).isTrue();
  }

  @Test
  void signsAPrefixUnderAPolicyWithAWildcard() throws Exception {
    var signed = urls.signPrefix("renditions/abc/");

    var policy = new String(decode(parameter(signed.query(), "Policy")), StandardCharsets.UTF_8);
    assertThat(signed.base()).isEqualTo("https://cdn.example.com/renditions/abc/");
    assertThat(policy).isEqualTo(policy("https://cdn.example.com/renditions/abc/*"));
    assertThat(verifies(policy, parameter(signed.query(), "Signature"))).isTrue();
  }

  @Test
  void answersTheSameUrlForAWhileSoThatCachesHit() {
    assertThat(urls.sign("videos/a.mp4")).isEqualTo(urls.sign("videos/a.mp4"));
  }

  private static String policy(String resource) {
    return "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}"
        .formatted(resource, EXPIRY.getEpochSecond());
  }

  private boolean verifies(String policy, String signature) throws Exception {
    var verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(keys.getPublic());
    verifier.update(policy.getBytes(StandardCharsets.UTF_8));
    return verifier.verify(decode(signature));
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
  }

  private static String parameter(String url, String name) {
    var matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private CdnConfig config() {
    var pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"
            .formatted(Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded()));
    return new CdnConfig() {
      @Override
      public String baseUrl() {
        return "https://cdn.example.com";
      }

      @Override
      public String keyPairId() {
        return "K1";
      }

      @Override
      public String privateKey() {
        return pem;
      }

      @Override
      public Duration minLifetime() {
        return Duration.ofMinutes(10);
      }

      @Override
      public Duration rounding() {
        return Duration.ofMinutes(5);
      }
    };
  }
}
