package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.AuthenticationResult;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs in with a password or, where refresh tokens do not rotate, with one of these. */
final class InitiateAuth extends UserOperation<InitiateAuth.Input> {

  InitiateAuth(UserPool pool) {
    super(pool, Input.class);
  }

  record Input(
      @Nullable String authFlow,
      @Nullable String clientId,
      @Nullable Map<String, String> authParameters) {

    /** A parameter; null when it was not sent. */
    @Nullable String parameter(String name) {
      return authParameters == null ? null : authParameters.get(name);
    }

    String required(String name) {
      var value = parameter(name);
      if (value == null || value.isEmpty()) {
        throw Faults.invalidParameter("Missing required parameter " + name);
      }
      return value;
    }
  }

  @Override
  public AuthenticationResult.Answer run(Input input) {
    var clientId = Require.text("clientId", input.clientId());
    pool.checkClient(clientId);
    var flow = Require.text("authFlow", input.authFlow());
    return switch (flow) {
      case "USER_PASSWORD_AUTH" -> byPassword(clientId, input);
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> byRefreshToken(clientId, input);
      default -> throw notEnabled(flow);
    };
  }

  private AuthenticationResult.Answer byPassword(String clientId, Input input) {
    var username = input.required("USERNAME");
    var password = input.required("PASSWORD");
    pool.checkSecretHash(clientId, username, input.parameter("SECRET_HASH"));
    var user = pool.authenticate(username, password);
    var granted = pool.open(user);
    return AuthenticationResult.of(pool, user, granted.session(), granted.refreshToken());
  }

  /** The hash is over the name Cognito made, as the client has no other by then. */
  private AuthenticationResult.Answer byRefreshToken(String clientId, Input input) {
    if (pool.settings().rotation()) {
      throw notEnabled("REFRESH_TOKEN_AUTH");
    }
    var session = pool.sessions().find(input.required("REFRESH_TOKEN"));
    pool.checkSecretHash(clientId, session.sub(), input.parameter("SECRET_HASH"));
    var user = pool.users().get(session.sub());
    if (!user.enabled()) {
      throw Faults.disabled();
    }
    return AuthenticationResult.of(pool, user, session, null);
  }

  private static RuntimeException notEnabled(String flow) {
    return Faults.invalidParameter(flow + " flow not enabled for this client");
  }
}
