package io.albumen.auth.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Makes answers take equally long, whatever was found out meanwhile. */
@ApplicationScoped
class AnswerTime {
  private final Duration min;

  AnswerTime(RegistrationConfig config) {
    this.min = config.minAnswerTime();
  }

  /** Returns, or throws what the work threw, no sooner than the shortest answer time. */
  void equalise(Runnable work) {
    var floor =
        new CompletableFuture<>().completeOnTimeout(null, min.toMillis(), TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      floor.join();
    }
  }
}
