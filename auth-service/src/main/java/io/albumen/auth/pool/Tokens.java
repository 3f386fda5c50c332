package io.albumen.auth.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session's tokens.
 *
 * @param refreshToken absent where the one that was used stays good
 * @param expiresIn life of the access token from now
 */
public record Tokens(String accessToken, @Nullable String refreshToken, Duration expiresIn) {
  @Override
  public String toString() {
    return "Tokens[…]";
  }
}
