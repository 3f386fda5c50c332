package io.albumen.photo.idempotency;

import io.albumen.photo.database.Database;
import io.albumen.photo.runtime.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Removes answers that are kept no longer. */
@ApplicationScoped
class IdempotencySweeper {
  private static final int BATCH = 1000;

  private final IdempotencyRepository keys;
  private final Database database;
  private final IdempotencyConfig config;
  private final Clock clock;
  private final BackgroundLoop loop;

  IdempotencySweeper(
      IdempotencyRepository keys, Database database, IdempotencyConfig config, Clock clock) {
    this.keys = keys;
    this.database = database;
    this.config = config;
    this.clock = clock;
    this.loop = new BackgroundLoop("idempotency-sweeper", config.sweepInterval(), this::sweep);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /** Removes all whose time is over now. */
  void sweep() {
    var limit = clock.instant().minus(config.keep());
    int deleted;
    do {
      deleted = database.inTransaction(it -> keys.deleteOlder(it, limit, BATCH));
    } while (deleted == BATCH);
  }
}
