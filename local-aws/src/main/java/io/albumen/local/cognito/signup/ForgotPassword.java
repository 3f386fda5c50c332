package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.credential.Code.Purpose;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.CodeDelivery;
import io.albumen.local.cognito.wire.UserOperation;

/** Mails a code that allows a new password; where none can be mailed, only says so. */
final class ForgotPassword extends UserOperation<CodeInput> {

  ForgotPassword(UserPool pool) {
    super(pool, CodeInput.class);
  }

  @Override
  public CodeDelivery.Answer run(CodeInput input) {
    var username = input.checkedUsername(pool);
    var user = pool.users().find(username).filter(User::canReset);
    user.ifPresentOrElse(
        found -> pool.codes().send(found, Purpose.RESET, found.email()),
        () -> pool.codes().pretendToSend(username, Purpose.RESET));
    return new CodeDelivery.Answer(CodeDelivery.to(user.map(User::email).orElse(username)));
  }
}
