package io.albumen.video.slideshow;

import java.util.HashSet;
import java.util.Set;

/**
 * Ends from outside what a thread is blocked in: a pipe to a busy encoder heeds no interrupt, but
 * it breaks when the encoder dies.
 */
public final class Abort {
  private final Set<Runnable> running = new HashSet<>();
  private boolean aborted;

  /** While the guard is open, {@link #abort} runs {@code end}; at once if it was called before. */
  Guard guard(Runnable end) {
    synchronized (this) {
      if (!aborted) {
        running.add(end);
        return () -> release(end);
      }
    }
    end.run();
    return () -> {};
  }

  public synchronized void abort() {
    aborted = true;
    running.forEach(Runnable::run);
  }

  private synchronized void release(Runnable end) {
    running.remove(end);
  }

  interface Guard extends AutoCloseable {
    @Override
    void close();
  }
}
