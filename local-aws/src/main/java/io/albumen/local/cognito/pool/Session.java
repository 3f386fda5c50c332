package io.albumen.local.cognito.pool;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in and the refresh tokens that came of it. It ends for good when the first token would
 * have; while it exists, its access tokens are good.
 *
 * @param id {@code origin_jti} of its tokens
 * @param eventId {@code event_id} of its tokens
 * @param tokens the current one last
 */
public record Session(
    String id,
    String sub,
    String eventId,
    Instant authTime,
    Instant expiresAt,
    List<RefreshToken> tokens) {
  private static final int REMEMBERED = 20;

  /**
   * A token's hash.
   *
   * @param until when it stops after being replaced; null while it is current
   */
  record RefreshToken(String hash, @Nullable Instant until) {
    boolean good(Instant now) {
      return until == null || now.isBefore(until);
    }
  }

  /** Ends the token that was used, after the grace it is due, and adds its successor. */
  Session rotated(RefreshToken used, String newHash, Instant usedUntil) {
    var ended = new RefreshToken(used.hash(), used.until() == null ? usedUntil : used.until());
    var all =
        Stream.concat(
                tokens.stream().map(token -> token.equals(used) ? ended : token),
                Stream.of(new RefreshToken(newHash, null)))
            .toList();
    var kept = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    return new Session(id, sub, eventId, authTime, expiresAt, List.copyOf(kept));
  }

  String key() {
    return key(sub, id);
  }

  static String key(String sub, String id) {
    return sub + "/" + id;
  }
}
