package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.AuthenticationResult;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import org.jspecify.annotations.Nullable;

/** Renews tokens; with rotation the refresh token too. */
final class GetTokensFromRefreshToken extends UserOperation<GetTokensFromRefreshToken.Input> {

  GetTokensFromRefreshToken(UserPool pool) {
    super(pool, Input.class);
  }

  record Input(
      @Nullable String refreshToken, @Nullable String clientId, @Nullable String clientSecret) {
    @Override
    public String toString() {
      return "Input[]";
    }
  }

  @Override
  public AuthenticationResult.Answer run(Input input) {
    var token = Require.text("refreshToken", input.refreshToken());
    pool.checkSecret(Require.text("clientId", input.clientId()), input.clientSecret());
    var user = pool.users().get(pool.sessions().find(token).sub());
    if (!user.enabled()) {
      throw Faults.disabled();
    }
    if (!pool.settings().rotation()) {
      return AuthenticationResult.of(pool, user, pool.sessions().find(token), null);
    }
    var granted = pool.sessions().rotate(token);
    return AuthenticationResult.of(pool, user, granted.session(), granted.refreshToken());
  }
}
