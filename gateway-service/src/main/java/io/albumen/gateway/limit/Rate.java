package io.albumen.gateway.limit;

import java.time.Duration;

/**
 * Calls in a window, refilled steadily: {@code permits} at once, then one each {@code
 * window/permits}.
 *
 * @param name as clients read it in the {@code RateLimit} fields
 */
record Rate(String name, int permits, Duration window) {
  Rate {
    if (permits < 1 || window.toNanos() < permits || window.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "rate %s: %d in %s is no limit".formatted(name, permits, window));
    }
  }

  long windowNanos() {
    return window.toNanos();
  }

  /** Until one more call is possible, rounded up: better a trifle slow than too many. */
  long nanosPerPermit() {
    return Math.ceilDiv(windowNanos(), permits);
  }
}
