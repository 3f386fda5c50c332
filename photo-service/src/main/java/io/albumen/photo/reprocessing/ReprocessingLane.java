package io.albumen.photo.reprocessing;

import io.albumen.photo.database.Database;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.processing.Renewals;
import io.albumen.photo.reprocessing.ReprocessingRepository.Task;
import io.albumen.photo.runtime.BackgroundLoop;
import io.albumen.photo.runtime.RoleConfig;
import io.albumen.photo.runtime.RoleConfig.Role;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does what is on the lists: in a worker process one item at a time, with pauses, so that uploads
 * hardly notice. An item whose worker died is another's once the lease has ended; should both be at
 * it, only the first one's work counts.
 */
@ApplicationScoped
class ReprocessingLane {
  private static final Logger LOG = Logger.getLogger(ReprocessingLane.class);

  /** What killed so many workers, or failed so often, would go on to do so. */
  private static final int TRIES = 5;

  private final ReprocessingService jobs;
  private final ReprocessingRepository tasks;
  private final Renewals renewals;
  private final Database database;
  private final ReprocessingConfig config;
  private final RoleConfig roles;
  private final Clock clock;
  private final BackgroundLoop loop;
  private final CountDownLatch closed = new CountDownLatch(1);

  ReprocessingLane(
      ReprocessingService jobs,
      ReprocessingRepository tasks,
      Renewals renewals,
      Database database,
      ReprocessingConfig config,
      RoleConfig roles,
      Clock clock) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.renewals = renewals;
    this.database = database;
    this.config = config;
    this.roles = roles;
    this.clock = clock;
    this.loop = new BackgroundLoop("reprocessing", config.interval(), this::workUntilDone);
  }

  void start(@Observes StartupEvent event) {
    if (roles.roles().contains(Role.WORKER)) {
      loop.start();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    closed.countDown();
    loop.close();
  }

  private void workUntilDone() {
    try {
      while (step()) {
        var pause = renewals.isBusy() ? config.busyPause() : config.pause();
        if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lists some media, or does one; false when there is nothing to do. */
  boolean step() {
    if (jobs.listSome()) {
      return true;
    }
    var task = claim();
    task.ifPresent(this::work);
    return task.isPresent();
  }

  private Optional<Task> claim() {
    var now = clock.instant();
    return database.inTransaction(
        transaction -> tasks.claim(transaction, now, now.plus(config.lease())));
  }

  private void work(Task task) {
    if (task.attempts() > TRIES) {
      settle(task, false);
      return;
    }
    try {
      settle(task, renewals.renew(task.owner(), new MediaId(task.media())));
    } catch (RuntimeException failure) {
      LOG.warnf(
          "reprocessing failed owner=%s media=%s attempts=%d reason=%s",
          task.owner(), task.media(), task.attempts(), failure);
      var until = clock.instant().plus(config.retryAfter());
      database.transact(transaction -> tasks.putOff(transaction, task, until));
    }
  }

  private void settle(Task task, boolean isDone) {
    database.transact(transaction -> tasks.settle(transaction, task, isDone));
  }
}
