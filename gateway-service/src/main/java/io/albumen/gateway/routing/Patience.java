package io.albumen.gateway.routing;

import io.vertx.core.Vertx;
import java.time.Duration;

/** A timer that can be set anew; for one event loop. */
final class Patience {
  private static final long NONE = -1;
  private final Vertx vertx;
  private final Runnable end;
  private long timer = NONE;

  Patience(Vertx vertx, Runnable end) {
    this.vertx = vertx;
    this.end = end;
  }

  void start(Duration patience) {
    stop();
    timer = vertx.setTimer(Math.max(1, patience.toMillis()), _ -> over());
  }

  private void over() {
    timer = NONE;
    end.run();
  }

  void stop() {
    if (timer != NONE) {
      vertx.cancelTimer(timer);
      timer = NONE;
    }
  }
}
