package io.albumen.local.cognito.wire;

import io.albumen.local.cognito.pool.Session;
import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code AuthenticationResultType}.
 *
 * @param refreshToken null where the caller keeps the one it has
 */
public record AuthenticationResult(
    String accessToken,
    long expiresIn,
    String tokenType,
    @Nullable String refreshToken,
    String idToken) {

  /** What sign-in and renewal answer. */
  public record Answer(
      AuthenticationResult authenticationResult, Map<String, String> challengeParameters) {}

  public static Answer of(
      UserPool pool, User user, Session session, @Nullable String refreshToken) {
    return new Answer(
        new AuthenticationResult(
            pool.tokens().access(user, session),
            pool.settings().accessTokenLife().toSeconds(),
            "Bearer",
            refreshToken,
            pool.tokens().id(user, session)),
        Map.of());
  }

  @Override
  public String toString() {
    return "AuthenticationResult[]";
  }
}
