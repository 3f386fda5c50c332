package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** Deletes one's own user. */
final class DeleteUser extends UserOperation<AccountInput> {

  DeleteUser(UserPool pool) {
    super(pool, AccountInput.class);
  }

  @Override
  public Map<String, String> run(AccountInput input) {
    pool.delete(input.bearer(pool));
    return DONE;
  }
}
