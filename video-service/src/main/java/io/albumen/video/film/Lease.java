package io.albumen.video.film;

import java.time.Instant;
import java.util.UUID;

/**
 * One renderer's right to a film. Every write of that renderer names the token, so a renderer that
 * slept through the end of its lease can no longer change anything.
 *
 * @param key under which this attempt, and no other, stores its objects
 */
public record Lease(UUID token, String key, Instant until) {

  Lease until(Instant later) {
    return new Lease(token, key, later);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
