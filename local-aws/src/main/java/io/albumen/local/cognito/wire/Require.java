package io.albumen.local.cognito.wire;

import io.albumen.local.cognito.pool.Faults;
import org.jspecify.annotations.Nullable;

/** Members that must be there. */
public final class Require {
  private Require() {}

  /**
   * @param member as AWS's message names it, in lower camel case
   */
  public static String text(String member, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Faults.invalidParameter(
          "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(member));
    }
    return value;
  }
}
