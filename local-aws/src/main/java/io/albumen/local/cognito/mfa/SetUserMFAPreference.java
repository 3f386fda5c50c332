package io.albumen.local.cognito.mfa;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** Turns the second factor on or off for oneself. */
final class SetUserMFAPreference extends UserOperation<PreferenceInput> {

  SetUserMFAPreference(UserPool pool) {
    super(pool, PreferenceInput.class);
  }

  @Override
  public Map<String, String> run(PreferenceInput input) {
    input.apply(pool, pool.bearer(Require.text("accessToken", input.accessToken())));
    return DONE;
  }
}
