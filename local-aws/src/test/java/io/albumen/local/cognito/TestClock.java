package io.albumen.local.cognito;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time, and how far a test has moved it. */
final class TestClock extends Clock {
  private volatile Duration offset = Duration.ZERO;

  void forward(Duration time) {
    offset = offset.plus(time);
  }

  /** Lets signatures made with the real time pass again. */
  void reset() {
    offset = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
