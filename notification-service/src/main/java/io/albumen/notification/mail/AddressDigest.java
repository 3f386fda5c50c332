package io.albumen.notification.mail;

import io.albumen.notification.account.Contact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Stands for an address in an audit that outlives its account: whoever names the address can be
 * told whether it was written to, and nobody can read it there. Salted with the user's id, so that
 * the same address looks different in each account.
 */
final class AddressDigest {
  private AddressDigest() {}

  static String of(Contact contact) {
    var salted = contact.user().value() + "\n" + contact.email().toLowerCase(Locale.ROOT);
    return "sha256:" + HexFormat.of().formatHex(sha256(salted));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
