package io.albumen.auth.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A session's tokens.
 *
 * @param refreshToken absent where the one that was used stays good
 * @param expiresIn life of the access token from now
 * @param issuedAt the access token's {@code iat}, a whole second
 */
public record Tokens(
    String accessToken, @Nullable String refreshToken, Duration expiresIn, Instant issuedAt) {
  private static final JsonMapper JSON = new JsonMapper();

  /** As the pool gave them, whose signature is for others to check. */
  static Tokens of(String accessToken, @Nullable String refreshToken, Duration expiresIn) {
    try {
      var claims = JSON.readTree(payloadOf(accessToken));
      var issuedAt = Instant.ofEpochSecond(claims.required("iat").longValue());
      return new Tokens(accessToken, refreshToken, expiresIn, issuedAt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the pool gave a token that is no JWT", e);
    }
  }

  private static String payloadOf(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
  }

  @Override
  public String toString() {
    return "Tokens[…]";
  }
}
