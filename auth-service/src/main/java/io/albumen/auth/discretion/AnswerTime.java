package io.albumen.auth.discretion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Makes answers take equally long, whatever was found out meanwhile: work that outlasts the step
 * waits for the end of the next one, so time tells no more than how many steps went by.
 */
@ApplicationScoped
public class AnswerTime {
  private final Duration step;
  private final Pause pause;
  private final Clock clock;

  AnswerTime(DiscretionConfig config, Pause pause, Clock clock) {
    this.step = config.answerTime();
    this.pause = pause;
    this.clock = clock;
  }

  /** Returns, or throws what the work threw, at the end of a step. */
  public void equalise(Runnable work) {
    var start = clock.instant();
    try {
      work.run();
    } finally {
      waitForStep(start);
    }
  }

  /** What succeeds may be told at once; what is refused, at the end of a step. */
  public <T> T equaliseRefusals(Supplier<T> work) {
    var start = clock.instant();
    try {
      return work.get();
    } catch (RuntimeException e) { // whatever it is, it goes on as it was
      waitForStep(start);
      throw e;
    }
  }

  private void waitForStep(Instant start) {
    if (step.isPositive()) {
      var spent = Duration.between(start, clock.instant()).toNanos();
      pause.take(step.minusNanos(Math.floorMod(spent, step.toNanos())));
    }
  }
}
