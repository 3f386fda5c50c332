package io.albumen.local.cognito.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in whose password was right and whose code is due.
 *
 * @param hash of the secret in its session
 * @param wrong codes given so far
 * @param answered rightly, which can be done once
 */
record Challenge(String hash, Instant expiresAt, int wrong, boolean answered) {
  private static final Duration LIFE = Duration.ofMinutes(3);
  private static final int MAX_WRONG = 5;

  static Challenge of(String hash, Instant now) {
    return new Challenge(hash, now.plus(LIFE), 0, false);
  }

  boolean over(Instant now) {
    return !now.isBefore(expiresAt);
  }

  boolean exhausted() {
    return wrong >= MAX_WRONG;
  }

  Challenge answeredWrong() {
    return new Challenge(hash, expiresAt, wrong + 1, answered);
  }

  Challenge answeredRight() {
    return new Challenge(hash, expiresAt, wrong, true);
  }
}
