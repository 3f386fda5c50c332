package io.albumen.local.cognito.session;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.AuthenticationResult;
import io.albumen.local.cognito.wire.MfaSettings;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completes a sign-in by the code of an authenticator app. */
final class RespondToAuthChallenge extends UserOperation<RespondToAuthChallenge.Input> {

  RespondToAuthChallenge(UserPool pool) {
    super(pool, Input.class);
  }

  record Input(
      @Nullable String clientId,
      @Nullable String challengeName,
      @Nullable String session,
      @Nullable Map<String, String> challengeResponses) {
    @Override
    public String toString() {
      return "Input[]";
    }
  }

  @Override
  public AuthenticationResult.Answer run(Input input) {
    var clientId = Require.text("clientId", input.clientId());
    var name = Require.text("challengeName", input.challengeName());
    var responses = Parameters.of(input.challengeResponses());
    var username = responses.required("USERNAME");
    pool.checkSecretHash(clientId, username, responses.optional("SECRET_HASH"));
    var session = Require.text("session", input.session());
    if (!name.equals(MfaSettings.SOFTWARE_TOKEN)) {
      throw Faults.invalidParameter("Challenge %s was not asked for.".formatted(name));
    }
    var code = responses.required("SOFTWARE_TOKEN_MFA_CODE");
    var user = pool.users().find(username).orElseThrow(Faults::invalidSession);
    var granted = pool.challenges().answer(user, session, code);
    return AuthenticationResult.of(pool, user, granted.session(), granted.refreshToken());
  }
}
