package io.albumen.auth.mfa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.auth.pool.EmailAddress;
import java.net.URI;
import java.net.URLEncoder;

/**
 * What an authenticator app is told.
 *
 * @param letters the secret in base 32
 * @param account under whose name the app keeps it
 */
record TotpSecret(String letters, EmailAddress account) {
  private static final String ISSUER = "Albumen";

  /**
   * As authenticator apps read it from a QR code.
   *
   * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI
   *     format</a>
   */
  URI uri() {
    return URI.create(
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(ISSUER, encode(account.value()), letters, ISSUER));
  }

  /** Apps read the label as a path, in which a plus is a plus. */
  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "TotpSecret[…]";
  }
}
