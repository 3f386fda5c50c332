package io.albumen.photo.runtime;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does a round of work again and again: at an interval, and at once when nudged. */
public final class BackgroundLoop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Duration interval;
  private final Runnable round;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * @param round one round; when it throws, the next one comes all the same
   */
  public BackgroundLoop(String name, Duration interval, Runnable round) {
    this.name = name;
    this.interval = interval;
    this.round = round;
  }

  public void start() {
    thread = Thread.ofVirtual().name(name).start(this::loop);
  }

  /** A round begins soon after; nudges that come while one waits are one. */
  public void nudge() {
    nudges.release();
  }

  /** Lets a round that has begun come to its end. */
  @Override
  public void close() {
    closed = true;
    nudge();
    if (thread != null) {
      try {
        if (!thread.join(PATIENCE)) {
          thread.interrupt();
        }
      } catch (InterruptedException e) {
        thread.interrupt();
        Thread.currentThread().interrupt();
      }
    }
  }

  private void loop() {
    while (!closed) {
      try {
        round.run();
      } catch (RuntimeException failure) {
        LOG.warnf("round failed loop=%s reason=%s", name, failure);
      }
      if (!pause()) {
        return;
      }
    }
  }

  private boolean pause() {
    try {
      var _ = nudges.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
      nudges.drainPermits();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
