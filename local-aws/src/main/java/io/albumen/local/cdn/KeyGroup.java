package io.albumen.local.cdn;

import io.albumen.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The trusted key group of the distribution; here it has one key. */
final class KeyGroup {
  private final String keyPairId;
  private final PublicKey key;

  KeyGroup(String keyPairId, Path keys) {
    this.keyPairId = keyPairId;
    this.key = read(keys.resolve("cdn.public.pem"));
  }

  boolean has(String id) {
    return keyPairId.equals(id);
  }

  /**
   * @param hash {@code SHA1}, CloudFront's default, or {@code SHA256}
   */
  boolean verifies(byte[] policy, byte[] signature, String hash) {
    try {
      var verifier = Signature.getInstance(hash + "withECDSA");
      verifier.initVerify(key);
      verifier.update(policy);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // not even the form of a signature
    }
  }

  private static PublicKey read(Path file) {
    try {
      var body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
      var encoded = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body));
      return KeyFactory.getInstance("EC").generatePublic(encoded);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure("Cannot read the CDN's key %s: %s.".formatted(file, e), e);
    }
  }
}
