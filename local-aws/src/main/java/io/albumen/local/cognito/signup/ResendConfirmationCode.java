package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.pool.Code;
import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.User.Status;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.CodeDelivery;
import io.albumen.local.cognito.wire.UserOperation;

/** Mails a new code; for an address nobody has, only says so. */
final class ResendConfirmationCode extends UserOperation<CodeInput> {

  ResendConfirmationCode(UserPool pool) {
    super(pool, CodeInput.class);
  }

  @Override
  public CodeDelivery.Answer run(CodeInput input) {
    var username = input.checkedUsername(pool);
    var address = pool.users().find(username).map(this::send).orElse(username);
    return new CodeDelivery.Answer(CodeDelivery.to(address));
  }

  private String send(User user) {
    if (user.status() == Status.CONFIRMED) {
      throw Faults.invalidParameter("User is already confirmed.");
    }
    pool.codes().send(user, Code.Purpose.SIGN_UP, user.email());
    return user.email();
  }
}
