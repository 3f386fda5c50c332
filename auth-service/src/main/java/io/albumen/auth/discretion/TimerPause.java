package io.albumen.auth.discretion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Parks the caller, which is a virtual thread. */
@ApplicationScoped
class TimerPause implements Pause {

  @Override
  public void take(Duration length) {
    new CompletableFuture<>()
        .completeOnTimeout(null, length.toNanos(), TimeUnit.NANOSECONDS)
        .join();
  }
}
