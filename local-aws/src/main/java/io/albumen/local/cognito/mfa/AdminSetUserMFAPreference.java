package io.albumen.local.cognito.mfa;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** Turns the second factor on or off for a user. */
final class AdminSetUserMFAPreference extends UserOperation<PreferenceInput> {

  AdminSetUserMFAPreference(UserPool pool) {
    super(pool, PreferenceInput.class, true);
  }

  @Override
  public Map<String, String> run(PreferenceInput input) {
    pool.checkPool(Require.text("userPoolId", input.userPoolId()));
    input.apply(pool, pool.users().get(Require.text("username", input.username())));
    return DONE;
  }
}
