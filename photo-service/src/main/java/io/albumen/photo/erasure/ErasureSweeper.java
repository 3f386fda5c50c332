package io.albumen.photo.erasure;

import io.albumen.common.UserId;
import io.albumen.photo.outbox.OutboxRelay;
import io.albumen.photo.runtime.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps erasures going, in every process: what one leaves undone another takes up. */
@ApplicationScoped
public class ErasureSweeper {
  private final ErasureService erasures;
  private final OutboxRelay relay;
  private final BackgroundLoop loop;

  ErasureSweeper(ErasureService erasures, OutboxRelay relay, ErasureConfig config) {
    this.erasures = erasures;
    this.relay = relay;
    this.loop = new BackgroundLoop("erasures", config.interval(), this::sweep);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /**
   * Closes an account for good and has everything in it erased; returns once that can't be
   * forgotten. Doing it again is harmless, and is answered again.
   */
  public void erase(UserId owner) {
    erasures.begin(owner);
    loop.nudge();
  }

  /** Does all that is due now, piece by piece, each owner in turn. */
  private void sweep() {
    while (erasures.advance()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
    relay.nudge();
  }
}
