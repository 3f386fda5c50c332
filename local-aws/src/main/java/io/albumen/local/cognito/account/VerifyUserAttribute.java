package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** Proves an address by the code that was mailed to it. */
final class VerifyUserAttribute extends UserOperation<AccountInput> {

  VerifyUserAttribute(UserPool pool) {
    super(pool, AccountInput.class);
  }

  @Override
  public Map<String, String> run(AccountInput input) {
    var user = input.bearer(pool);
    EmailOnly.check(input.attributeName());
    pool.verifyEmail(user, Require.text("code", input.code()));
    return DONE;
  }
}
