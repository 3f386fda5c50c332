package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.credential.Code.Purpose;
import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User.Status;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** Confirms a user by the code that was mailed. */
final class ConfirmSignUp extends UserOperation<CodeInput> {

  ConfirmSignUp(UserPool pool) {
    super(pool, CodeInput.class);
  }

  @Override
  public Map<String, String> run(CodeInput input) {
    var username = input.checkedUsername(pool);
    var code = input.requiredCode();
    var user =
        pool.users()
            .find(username)
            .orElseThrow(() -> pool.codes().refuse(username, Purpose.SIGN_UP, code));
    if (user.status() == Status.CONFIRMED) {
      throw Faults.notAuthorized("User cannot be confirmed. Current status is CONFIRMED");
    }
    pool.confirm(user, code);
    return DONE;
  }
}
