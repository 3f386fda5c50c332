package io.albumen.local.cognito.wire;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's second factors, of which the pool knows one, as AWS tells them.
 *
 * @param enabled null, not empty, where there is none
 */
public record MfaSettings(@Nullable List<String> enabled, @Nullable String preferred) {
  /** AWS's name of the factor, and of the challenge to it. */
  public static final String SOFTWARE_TOKEN = "SOFTWARE_TOKEN_MFA";

  public static MfaSettings of(UserPool pool, User user) {
    var token = pool.softwareTokens().of(user);
    return new MfaSettings(
        token.enabled() ? List.of(SOFTWARE_TOKEN) : null,
        token.preferred() ? SOFTWARE_TOKEN : null);
  }
}
