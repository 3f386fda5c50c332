package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.Faults;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What proves a sign-in, by AWS's names: {@code AuthParameters}, {@code ChallengeResponses}. */
record Parameters(Map<String, String> values) {

  static Parameters of(@Nullable Map<String, String> sent) {
    return new Parameters(sent == null ? Map.of() : sent);
  }

  /** A parameter; null when it was not sent. */
  @Nullable String optional(String name) {
    return values.get(name);
  }

  String required(String name) {
    var value = optional(name);
    if (value == null || value.isEmpty()) {
      throw Faults.invalidParameter("Missing required parameter " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "Parameters[]";
  }
}
