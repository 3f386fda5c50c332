package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.credential.Code.Purpose;
import io.albumen.local.cognito.credential.Passwords;
import io.albumen.local.cognito.pool.User;
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
    var password = Require.text("password", input.password());
    Passwords.check(password);
    var user =
        pool.users()
            .find(username)
            .filter(User::canReset)
            .orElseThrow(() -> pool.codes().refuse(username, Purpose.RESET, code));
    pool.resetPassword(user, code, password);
    return DONE;
  }
}
