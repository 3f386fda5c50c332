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

  /**
   * What sign-in and renewal answer: tokens, or what is to be shown before.
   *
   * @param session by which the challenge is answered
   */
  public record Answer(
      @Nullable AuthenticationResult authenticationResult,
      @Nullable String challengeName,
      @Nullable String session,
      Map<String, String> challengeParameters) {}

  public static Answer of(
      UserPool pool, User user, Session session, @Nullable String refreshToken) {
    return new Answer(
        new AuthenticationResult(
            pool.tokens().access(user, session),
            pool.settings().accessTokenLife().toSeconds(),
            "Bearer",
            refreshToken,
            pool.tokens().id(user, session)),
        null,
        null,
        Map.of());
  }

  /** Asks for something more. */
  public static Answer challenge(String name, String session, Map<String, String> parameters) {
    return new Answer(null, name, session, parameters);
  }

  @Override
  public String toString() {
    return "AuthenticationResult[]";
  }
}
