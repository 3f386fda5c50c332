package io.albumen.local.cognito.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong guesses at one secret. From the fifth on each locks the user out, for twice as long each
 * time, up to about 15 minutes; what is tried meanwhile counts for nothing. A quarter of an hour
 * without a try forgets all.
 */
public record LockOut(int failures, Instant until, Instant lastTry) {
  public static final LockOut NONE = new LockOut(0, Instant.EPOCH, Instant.EPOCH);
  private static final int FREE_FAILURES = 5;
  private static final Duration MAX = Duration.ofMinutes(15);

  public boolean holds(Instant now) {
    return now.isBefore(until);
  }

  public LockOut failed(Instant now) {
    var count = lastTry.plus(MAX).isBefore(now) ? 1 : failures + 1;
    if (count < FREE_FAILURES) {
      return new LockOut(count, Instant.EPOCH, now);
    }
    var seconds = Math.min(MAX.toSeconds(), 1L << Math.min(count - FREE_FAILURES, 20));
    return new LockOut(count, now.plusSeconds(seconds), now);
  }
}
