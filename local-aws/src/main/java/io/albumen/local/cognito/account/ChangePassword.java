package io.albumen.local.cognito.account;

import io.albumen.local.cognito.credential.Passwords;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** Sets a new password by the old one; wrong tries count as those of a sign-in do. */
final class ChangePassword extends UserOperation<AccountInput> {

  ChangePassword(UserPool pool) {
    super(pool, AccountInput.class);
  }

  @Override
  public Map<String, String> run(AccountInput input) {
    var user = input.bearer(pool);
    var old = Require.text("previousPassword", input.previousPassword());
    var proposed = Require.text("proposedPassword", input.proposedPassword());
    Passwords.check(proposed);
    pool.setPassword(pool.checkPassword(user, old), proposed);
    return DONE;
  }
}
