package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends every sign-in of the user whose token this is. */
final class GlobalSignOut extends UserOperation<GlobalSignOut.Input> {

  GlobalSignOut(UserPool pool) {
    super(pool, Input.class);
  }

  record Input(@Nullable String accessToken) {}

  @Override
  public Map<String, String> run(Input input) {
    pool.signOutEverywhere(pool.bearer(Require.text("accessToken", input.accessToken())));
    return DONE;
  }
}
