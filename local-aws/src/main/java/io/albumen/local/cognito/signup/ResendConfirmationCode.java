package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.credential.Code.Purpose;
import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.User.Status;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.CodeDelivery;
import io.albumen.local.cognito.wire.UserOperation;

/** Mails a new code; where none can be mailed, only says so. */
final class ResendConfirmationCode extends UserOperation<CodeInput> {

  ResendConfirmationCode(UserPool pool) {
    super(pool, CodeInput.class);
  }

  @Override
  public CodeDelivery.Answer run(CodeInput input) {
    var username = input.checkedUsername(pool);
    var user = pool.users().find(username).filter(User::enabled);
    user.ifPresentOrElse(this::send, () -> pool.codes().pretendToSend(username, Purpose.SIGN_UP));
    return new CodeDelivery.Answer(CodeDelivery.to(user.map(User::email).orElse(username)));
  }

  private void send(User user) {
    if (user.status() == Status.CONFIRMED) {
      throw Faults.invalidParameter("User is already confirmed.");
    }
    pool.codes().send(user, Purpose.SIGN_UP, user.email());
  }
}
