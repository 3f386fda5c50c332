package io.albumen.local.cognito.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong passwords of one user. From the fifth on each locks the user out, for twice as long each
 * time, up to about 15 minutes; what is tried meanwhile counts for nothing. A quarter of an hour
 * without a try forgets all.
 */
record LockOut(int failures, Instant until, Instant lastTry) {
  static final LockOut NONE = new LockOut(0, Instant.EPOCH, Instant.EPOCH);
  private static final int FREE_FAILURES = 5;
  private static final Duration MAX = Duration.ofMinutes(15);

  boolean holds(Instant now) {
    return now.isBefore(until);
  }

  LockOut failed(Instant now) {
    var count = lastTry.plus(MAX).isBefore(now) ? 1 : failures + 1;
    if (count < FREE_FAILURES) {
      return new LockOut(count, Instant.EPOCH, now);
    }
    var seconds = Math.min(MAX.toSeconds(), 1L << Math.min(count - FREE_FAILURES, 20));
    return new LockOut(count, now.plusSeconds(seconds), now);
  }
}
