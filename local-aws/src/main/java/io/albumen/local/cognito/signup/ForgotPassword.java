package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.pool.Code;
import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.CodeDelivery;
import io.albumen.local.cognito.wire.UserOperation;

/** Mails a code that allows a new password; for an address nobody has, only says so. */
final class ForgotPassword extends UserOperation<CodeInput> {

  ForgotPassword(UserPool pool) {
    super(pool, CodeInput.class);
  }

  @Override
  public CodeDelivery.Answer run(CodeInput input) {
    var username = input.checkedUsername(pool);
    var address = pool.users().find(username).map(this::send).orElse(username);
    return new CodeDelivery.Answer(CodeDelivery.to(address));
  }

  private String send(User user) {
    if (!user.enabled()) {
      throw Faults.disabled();
    }
    if (!user.emailVerified()) {
      throw Faults.invalidParameter(
          "Cannot reset password for the user as there is no registered/verified email or"
              + " phone_number");
    }
    pool.codes().send(user, Code.Purpose.RESET, user.email());
    return user.email();
  }
}
