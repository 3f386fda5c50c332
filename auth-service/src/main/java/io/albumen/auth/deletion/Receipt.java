package io.albumen.auth.deletion;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.albumen.common.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret by which someone who can no longer sign in asks how far the deletion is.
 *
 * @param value 128 random bits in base64url
 */
record Receipt(String value) {
  static final String PATTERN = "[A-Za-z0-9_-]{22}";

  static Receipt random(Ids ids) {
    var bits = HexFormat.of().parseHex(ids.secret());
    return new Receipt(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** What is kept for good: from it, nobody finds the receipt. */
  String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Receipt[…]";
  }
}
