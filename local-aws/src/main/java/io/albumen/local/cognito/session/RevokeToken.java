package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import io.albumen.local.protocol.AwsFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends one sign-in. A token that is not known is as good as revoked. */
final class RevokeToken extends UserOperation<RevokeToken.Input> {

  RevokeToken(UserPool pool) {
    super(pool, Input.class);
  }

  record Input(@Nullable String token, @Nullable String clientId, @Nullable String clientSecret) {
    @Override
    public String toString() {
      return "Input[]";
    }
  }

  @Override
  public Map<String, String> run(Input input) {
    var token = Require.text("token", input.token());
    pool.checkSecret(Require.text("clientId", input.clientId()), input.clientSecret());
    if (token.split("\\.").length == 3) {
      throw new AwsFailure(
          "UnsupportedTokenTypeException", "Token type not supported, only refresh tokens are.");
    }
    pool.sessions().revoke(token);
    return DONE;
  }
}
