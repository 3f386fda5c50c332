package io.albumen.local.cognito;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The time, and how far a test has moved it. */
final class TestClock extends Clock {
  private volatile Duration offset = Duration.ZERO;
  private volatile Optional<Instant> frozen = Optional.empty();

  /** Stands still, however slow the machine, until it is moved or reset. */
  void freeze() {
    frozen = Optional.of(Instant.now());
  }

  void forward(Duration time) {
    offset = offset.plus(time);
  }

  /** Lets signatures made with the real time pass again. */
  void reset() {
    offset = Duration.ZERO;
    frozen = Optional.empty();
  }

  @Override
  public Instant instant() {
    return frozen.orElseGet(Instant::now).plus(offset);
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
