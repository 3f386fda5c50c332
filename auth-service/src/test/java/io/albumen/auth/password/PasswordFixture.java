package io.albumen.auth.password;

import io.albumen.auth.TestConfig;

/** Rules for passwords, for the tests of the features that take some. */
public final class PasswordFixture {
  private PasswordFixture() {}

  public static PasswordPolicy policy() {
    return new PasswordPolicy(TestConfig.defaults(PasswordConfig.class));
  }
}
