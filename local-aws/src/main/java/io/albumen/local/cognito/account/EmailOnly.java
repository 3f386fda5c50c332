package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.Require;
import org.jspecify.annotations.Nullable;

/** The pool verifies addresses, and nothing else. */
final class EmailOnly {
  private EmailOnly() {}

  static void check(@Nullable String attributeName) {
    if (!Attribute.EMAIL.equals(Require.text("attributeName", attributeName))) {
      throw Faults.invalidParameter("User does not have a %s to verify".formatted(attributeName));
    }
  }
}
