package io.albumen.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** The pool's password policy, checked here too: it must be the same for unknown addresses. */
@ConfigMapping(prefix = "albumen.auth.password")
interface PasswordConfig {
  /** Fewest characters. */
  @WithDefault("8")
  @Min(8)
  int minLength();

  /** Whether a lower-case and an upper-case letter of the Latin alphabet are wanted. */
  @WithDefault("true")
  boolean mixedCase();

  /** Whether a digit is wanted. */
  @WithDefault("true")
  boolean digit();

  /** Whether a sign that is neither letter nor digit is wanted. */
  @WithDefault("true")
  boolean symbol();
}
