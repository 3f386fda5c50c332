package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** Sets a new password by the code that was mailed. */
final class ConfirmForgotPassword extends UserOperation<CodeInput> {

  ConfirmForgotPassword(UserPool pool) {
    super(pool, CodeInput.class);
  }

  @Override
  public Map<String, String> run(CodeInput input) {
    var username = input.checkedUsername(pool);
    var code = input.requiredCode();
    pool.resetPassword(username, code, Require.text("password", input.password()));
    return DONE;
  }
}
