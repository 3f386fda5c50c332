package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.jsonrpc.Operation;
import java.util.List;

/** What this package offers. */
public final class SignUpOperations {
  private SignUpOperations() {}

  public static List<Operation<?>> of(UserPool pool) {
    return List.of(
        new SignUp(pool),
        new ConfirmSignUp(pool),
        new ResendConfirmationCode(pool),
        new ForgotPassword(pool),
        new ConfirmForgotPassword(pool));
  }
}
