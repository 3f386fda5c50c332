package io.albumen.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.albumen.auth.TestConfig;
import io.albumen.auth.pool.Password;
import io.albumen.common.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private final PasswordPolicy policy =
      new PasswordPolicy(TestConfig.defaults(PasswordConfig.class));

  @ParameterizedTest
  @ValueSource(strings = {"Abcdef1!", "Correct horse 7", "päSSwört-1 é"})
  void acceptsWhatThePoolAccepts(String password) {
    assertThatCode(() -> policy.check(new Password(password), "newPassword"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Abcde1!, must have at least 8 characters",
    "ABCDEF1!, must have a lower-case letter",
    "abcdef1!, must have an upper-case letter",
    "Abcdefg!, must have a digit",
    "Abcdefg1, must have a symbol",
    "' Abcdef1!', must not begin or end with a space",
  })
  void namesTheFault(String password, String fault) {
    assertThat(refusalOf(password).errors()).containsExactly(new FieldError("newPassword", fault));
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(refusalOf("").errors()).hasSize(5);
  }

  private PasswordException refusalOf(String password) {
    return catchThrowableOfType(
        PasswordException.WeakPassword.class,
        () -> policy.check(new Password(password), "newPassword"));
  }
}
