package io.albumen.auth.pool;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an account: an address without surrounding space, in lower case, of ASCII alone, so
 * that no two accounts differ by case or by look-alike letters.
 */
public record EmailAddress(String value) {
  /** RFC 5321 §4.5.3.1.3. */
  public static final int MAX_LENGTH = 254;

  /** For bean validation of what a person typed, before it is normalised. */
  public static final String PATTERN =
      "\\s*[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
          + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\s*";

  private static final Pattern ADDRESS = Pattern.compile(PATTERN);

  public EmailAddress {
    if (value.length() > MAX_LENGTH
        || !ADDRESS.matcher(value).matches()
        || !value.equals(normalise(value))) {
      throw new IllegalArgumentException("not a normalised address");
    }
  }

  /**
   * @throws IllegalArgumentException if the text does not match {@link #PATTERN}
   */
  public static EmailAddress of(String typed) {
    return new EmailAddress(normalise(typed));
  }

  private static String normalise(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Addresses never reach a log by way of a value's text. */
  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
