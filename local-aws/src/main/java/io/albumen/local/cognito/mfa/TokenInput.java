package io.albumen.local.cognito.mfa;

import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import org.jspecify.annotations.Nullable;

/** What operations on an authenticator app take, each some of it. */
record TokenInput(
    @Nullable String accessToken,
    @Nullable String session,
    @Nullable String userCode,
    @Nullable String friendlyDeviceName) {

  /**
   * Who asks. AWS takes a session too, but only that of an {@code MFA_SETUP} challenge, which a
   * pool with optional MFA never gives; that of a sign-in that waits for a code must not do, or the
   * password alone would replace the authenticator.
   */
  User bearer(UserPool pool) {
    if (accessToken != null) {
      return pool.bearer(accessToken);
    }
    if (session != null) {
      throw Faults.invalidSession();
    }
    throw Faults.invalidParameter("Either an access token or a session must be given.");
  }

  @Override
  public String toString() {
    return "TokenInput[]";
  }
}
