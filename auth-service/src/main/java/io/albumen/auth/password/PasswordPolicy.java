package io.albumen.auth.password;

import io.albumen.auth.pool.Password;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which passwords will do; says everything that is wrong at once. */
@ApplicationScoped
public class PasswordPolicy {
  public static final int MAX_LENGTH = 256;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern LOWER = Pattern.compile("[a-z]");
  private static final Pattern UPPER = Pattern.compile("[A-Z]");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  /** Cognito's list; a space counts inside, not at either end. */
  private static final Pattern SYMBOL =
      Pattern.compile("[\\^$*.\\[\\]{}()?\"!@#%&/\\\\,><':;|_~`=+\\-]|(?<=.) (?=.)");

  private final PasswordConfig rules;

  PasswordPolicy(PasswordConfig rules) {
    this.rules = rules;
  }

  /**
   * @param field where the caller gave it, for each fault to be told there
   */
  public void check(Password password, String field) {
    var faults = faultsOf(password.value());
    if (!faults.isEmpty()) {
      throw new PasswordException.WeakPassword(field, faults);
    }
  }

  private List<String> faultsOf(String text) {
    var faults = new ArrayList<String>();
    if (text.length() < rules.minLength()) {
      faults.add("must have at least %d characters".formatted(rules.minLength()));
    }
    if (!text.equals(text.strip())) {
      faults.add("must not begin or end with a space");
    }
    if (CONTROL.matcher(text).find()) {
      faults.add("must not have control characters");
    }
    if (rules.mixedCase()) {
      require(text, LOWER, "must have a lower-case letter", faults);
      require(text, UPPER, "must have an upper-case letter", faults);
    }
    if (rules.digit()) {
      require(text, DIGIT, "must have a digit", faults);
    }
    if (rules.symbol()) {
      require(text, SYMBOL, "must have a symbol", faults);
    }
    return faults;
  }

  private static void require(String text, Pattern kind, String fault, List<String> faults) {
    if (!kind.matcher(text).find()) {
      faults.add(fault);
    }
  }
}
