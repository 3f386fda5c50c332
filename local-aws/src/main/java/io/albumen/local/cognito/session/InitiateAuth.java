package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.AuthenticationResult;
import io.albumen.local.cognito.wire.MfaSettings;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;
import java.util.TreeMap;
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
    @Override
    public String toString() {
      return "Input[]";
    }
  }

  @Override
  public AuthenticationResult.Answer run(Input input) {
    var clientId = Require.text("clientId", input.clientId());
    pool.checkClient(clientId);
    var flow = Require.text("authFlow", input.authFlow());
    var parameters = Parameters.of(input.authParameters());
    return switch (flow) {
      case "USER_PASSWORD_AUTH" -> byPassword(clientId, parameters);
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> byRefreshToken(clientId, parameters);
      default -> throw notEnabled(flow);
    };
  }

  private AuthenticationResult.Answer byPassword(String clientId, Parameters parameters) {
    var username = parameters.required("USERNAME");
    var password = parameters.required("PASSWORD");
    pool.checkSecretHash(clientId, username, parameters.optional("SECRET_HASH"));
    var user = pool.authenticate(username, password);
    if (pool.softwareTokens().of(user).enabled()) {
      return challenge(user);
    }
    var granted = pool.open(user);
    return AuthenticationResult.of(pool, user, granted.session(), granted.refreshToken());
  }

  private AuthenticationResult.Answer challenge(User user) {
    var parameters = new TreeMap<>(Map.of("USER_ID_FOR_SRP", user.sub()));
    var device = pool.softwareTokens().of(user).deviceName();
    if (device != null) {
      parameters.put("FRIENDLY_DEVICE_NAME", device);
    }
    return AuthenticationResult.challenge(
        MfaSettings.SOFTWARE_TOKEN, pool.challenges().open(user), parameters);
  }

  /** The hash is over the name Cognito made, as the client has no other by then. */
  private AuthenticationResult.Answer byRefreshToken(String clientId, Parameters parameters) {
    if (pool.settings().rotation()) {
      throw notEnabled("REFRESH_TOKEN_AUTH");
    }
    var session = pool.sessions().find(parameters.required("REFRESH_TOKEN"));
    pool.checkSecretHash(clientId, session.sub(), parameters.optional("SECRET_HASH"));
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
