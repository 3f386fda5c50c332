package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.jsonrpc.Operation;
import java.util.List;

/** What this package offers. */
public final class SessionOperations {
  private SessionOperations() {}

  public static List<Operation<?>> of(UserPool pool) {
    return List.of(
        new InitiateAuth(pool),
        new RespondToAuthChallenge(pool),
        new GetTokensFromRefreshToken(pool),
        new RevokeToken(pool),
        new GlobalSignOut(pool));
  }
}
