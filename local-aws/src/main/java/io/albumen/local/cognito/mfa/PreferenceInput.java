package io.albumen.local.cognito.mfa;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.albumen.local.cognito.pool.Faults;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import org.jspecify.annotations.Nullable;

/** Which second factors a user wants; those that are not named stay as they are. */
record PreferenceInput(
    @Nullable String accessToken,
    @Nullable String userPoolId,
    @Nullable String username,
    @JsonProperty("SMSMfaSettings") @Nullable Preference smsMfaSettings,
    @Nullable Preference emailMfaSettings,
    @Nullable Preference softwareTokenMfaSettings) {

  record Preference(boolean enabled, boolean preferredMfa) {}

  void apply(UserPool pool, User user) {
    refuse("SMS", smsMfaSettings);
    refuse("Email", emailMfaSettings);
    var wanted = softwareTokenMfaSettings;
    if (wanted == null) {
      return;
    }
    if (wanted.preferredMfa() && !wanted.enabled()) {
      throw Faults.invalidParameter("SoftwareToken MFA cannot be preferred while it is disabled.");
    }
    pool.softwareTokens().prefer(user, wanted.enabled(), wanted.preferredMfa());
  }

  /** The pool sends no codes at sign-in. */
  private static void refuse(String factor, @Nullable Preference wanted) {
    if (wanted != null && (wanted.enabled() || wanted.preferredMfa())) {
      throw Faults.invalidParameter(factor + " MFA is not enabled for the user pool.");
    }
  }

  @Override
  public String toString() {
    return "PreferenceInput[]";
  }
}
