package io.albumen.auth.pool;

import io.albumen.auth.LocalStack;

/** Accounts in the embedded pool, for tests of other features. */
public final class LocalAccounts {
  private LocalAccounts() {}

  /** An account of Ada's that waits to be confirmed. */
  public static void signUp(EmailAddress email) {
    var cognito = LocalStack.cognito();
    new CognitoUserPool(cognito, cognito, LocalStack.cognitoConfig())
        .signUp(
            new NewUser(email, new Password("Correct-horse-7"), new Profile("Ada", "en", "UTC")));
  }
}
