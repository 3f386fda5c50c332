package io.albumen.auth.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Rules of registration. Public, for constraints inside a group are checked by reflection. */
@ConfigMapping(prefix = "albumen.auth.registration")
public interface RegistrationConfig {
  /**
   * Answers about an address take at least this long, so that time does not tell whether it is
   * known.
   */
  @WithDefault("600ms")
  Duration minAnswerTime();

  /** The pool's password policy, checked here too: it must be the same for known addresses. */
  PasswordRules password();

  /** Each as the pool has it. */
  interface PasswordRules {
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
}
