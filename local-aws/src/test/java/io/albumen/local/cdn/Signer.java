package io.albumen.local.cdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.local.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Signs URLs as AWS's documentation tells one to, apart from the fleet's own signer. */
final class Signer {
  private static final String POLICY =
      "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}";

  private final PrivateKey key = read(Path.of(TestStack.setting("albumen.cdn.private-key")));

  static String url(String pathAndQuery) {
    return TestStack.setting("albumen.cdn.base-url") + pathAndQuery;
  }

  String canned(String pathAndQuery, Instant until) {
    var resource = url(pathAndQuery);
    var policy = POLICY.formatted(resource, until.getEpochSecond());
    return resource
        + (resource.contains("?") ? "&" : "?")
        + "Expires=%d&Hash-Algorithm=SHA256&Signature=%s&Key-Pair-Id=%s"
            .formatted(
                until.getEpochSecond(),
                sign(policy, "SHA256withECDSA"),
                TestStack.setting("albumen.cdn.key-pair-id"));
  }

  /** As CloudFront wants it when no algorithm is named. */
  String cannedSha1(String path, Instant until) {
    var policy = POLICY.formatted(url(path), until.getEpochSecond());
    return url(path)
        + "?Expires=%d&Signature=%s&Key-Pair-Id=%s"
            .formatted(
                until.getEpochSecond(),
                sign(policy, "SHA1withECDSA"),
                TestStack.setting("albumen.cdn.key-pair-id"));
  }

  /** A query that opens every URL the pattern covers. */
  String customQuery(String pattern, Instant until) {
    var policy = POLICY.formatted(url(pattern), until.getEpochSecond());
    return "?Policy=%s&Hash-Algorithm=SHA256&Signature=%s&Key-Pair-Id=%s"
        .formatted(
            alphabet(policy.getBytes(UTF_8)),
            sign(policy, "SHA256withECDSA"),
            TestStack.setting("albumen.cdn.key-pair-id"));
  }

  private String sign(String policy, String algorithm) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(policy.getBytes(UTF_8));
      return alphabet(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String alphabet(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }

  private static PrivateKey read(Path file) {
    try {
      var body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
