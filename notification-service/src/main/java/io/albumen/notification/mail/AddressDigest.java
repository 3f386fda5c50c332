package io.albumen.notification.mail;

import io.albumen.common.Sha256;
import io.albumen.notification.account.Contact;
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
    return "sha256:" + HexFormat.of().formatHex(Sha256.of(salted));
  }
}
