package io.albumen.photo.disposal;

import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DoomedObjectRepository.DoomedObject;
import io.albumen.photo.runtime.BackgroundLoop;
import io.albumen.photo.storage.ObjectStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes doomed objects; a row goes only after its object is gone. */
@ApplicationScoped
public class DisposalSweeper {
  private static final Logger LOG = Logger.getLogger(DisposalSweeper.class);
  private static final int BATCH = 100;

  private final DoomedObjectRepository doomed;
  private final ObjectStore objects;
  private final Database database;
  private final DisposalConfig config;
  private final Clock clock;
  private final BackgroundLoop loop;

  DisposalSweeper(
      DoomedObjectRepository doomed,
      ObjectStore objects,
      Database database,
      DisposalConfig config,
      Clock clock) {
    this.doomed = doomed;
    this.objects = objects;
    this.database = database;
    this.config = config;
    this.clock = clock;
    this.loop = new BackgroundLoop("disposal", config.interval(), this::sweep);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /** Something was just doomed: delete it now rather than at the next look. */
  public void nudge() {
    loop.nudge();
  }

  /** Deletes all that is due now. */
  public void sweep() {
    List<DoomedObject> claimed;
    do {
      claimed = claim();
      claimed.forEach(this::dispose);
    } while (claimed.size() == BATCH);
  }

  private List<DoomedObject> claim() {
    var now = clock.instant();
    return database.inTransaction(
        transaction -> doomed.claim(transaction, now, now.plus(config.retryAfter()), BATCH));
  }

  private void dispose(DoomedObject object) {
    try {
      if (object.isPrefix()) {
        objects.deleteAll(object.key());
      } else {
        objects.delete(object.key());
      }
      forget(object);
    } catch (RuntimeException failure) {
      LOG.warnf(
          "object not deleted owner=%s attempts=%d reason=%s",
          object.owner(), object.attempts(), failure.getMessage());
    }
  }

  private void forget(DoomedObject object) {
    var again = object.againAt();
    if (again == null || again.isBefore(clock.instant())) {
      database.transact(transaction -> doomed.delete(transaction, object));
    } else {
      database.transact(transaction -> doomed.keep(transaction, object, again));
    }
  }
}
