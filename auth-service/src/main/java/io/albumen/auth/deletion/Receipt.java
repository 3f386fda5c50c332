package io.albumen.auth.deletion;

import io.albumen.common.Ids;
import io.albumen.common.Sha256;
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
    return HexFormat.of().formatHex(Sha256.of(value));
  }

  @Override
  public String toString() {
    return "Receipt[…]";
  }
}
