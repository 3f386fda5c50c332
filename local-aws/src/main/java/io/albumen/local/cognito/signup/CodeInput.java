package io.albumen.local.cognito.signup;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import org.jspecify.annotations.Nullable;

/** What all operations around codes take, each some of it. */
record CodeInput(
    @Nullable String clientId,
    @Nullable String secretHash,
    @Nullable String username,
    @Nullable String confirmationCode,
    @Nullable String password) {

  /** The user name, once the client has proven itself for it. */
  String checkedUsername(UserPool pool) {
    var name = Require.text("username", username);
    pool.checkSecretHash(Require.text("clientId", clientId), name, secretHash);
    return name;
  }

  String requiredCode() {
    return Require.text("confirmationCode", confirmationCode);
  }
}
