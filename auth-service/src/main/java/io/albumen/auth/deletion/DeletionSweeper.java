package io.albumen.auth.deletion;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.albumen.auth.deletion.Deletion.State;
import io.albumen.auth.deletion.DeletionRepository.Due;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Takes up deletions that stand still: a process died, a service does not answer, or the record of
 * one may be forgotten.
 */
@ApplicationScoped
class DeletionSweeper {
  private static final Logger LOG = Logger.getLogger(DeletionSweeper.class);

  private final DeletionRepository deletions;
  private final DeletionCourse course;
  private final DeletionConfig config;
  private final Clock clock;

  DeletionSweeper(
      DeletionRepository deletions, DeletionCourse course, DeletionConfig config, Clock clock) {
    this.deletions = deletions;
    this.course = course;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      identity = "deletions",
      every = "${albumen.auth.deletion.sweep-every}",
      delayed = "5s",
      concurrentExecution = SKIP)
  @RunOnVirtualThread
  void sweep() {
    try {
      deletions.due(clock.instant(), config.batch()).forEach(this::take);
    } catch (RuntimeException e) { // the next sweep tries again
      LOG.warnf("sweep failed reason=%s", e);
    }
  }

  private void take(Due due) {
    try {
      deletions.claim(due, clock.instant().plus(config.retryEvery())).ifPresent(this::resume);
    } catch (RuntimeException e) { // one deletion's failure is no other's; it stays due
      LOG.warnf("deletion failed user=%s reason=%s", due.user(), e);
    }
  }

  private void resume(Deletion deletion) {
    warnIfSlow(deletion);
    var after = course.advance(deletion);
    LOG.infof("deletion resumed user=%s state=%s", after.user(), after.state());
  }

  private void warnIfSlow(Deletion deletion) {
    var isSlow = deletion.requestedAt().plus(config.slowAfter()).isBefore(clock.instant());
    if (isSlow && deletion.state() != State.COMPLETED) {
      var missing =
          config.services().stream()
              .filter(service -> !deletion.erased().containsKey(service))
              .toList();
      LOG.warnf(
          "deletion is slow user=%s state=%s missing=%s",
          deletion.user(), deletion.state(), missing);
    }
  }
}
