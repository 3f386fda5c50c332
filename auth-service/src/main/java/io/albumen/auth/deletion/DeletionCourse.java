package io.albumen.auth.deletion;

import io.albumen.auth.announcement.AccountEvents;
import io.albumen.auth.announcement.Addressee;
import io.albumen.auth.directory.UserDirectory;
import io.albumen.auth.revocation.Revocations;
import io.albumen.common.UserId;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The steps of a deletion. Each may be repeated, by another process and at the same time: the state
 * moves on only after every effect of the one before has been had.
 */
@ApplicationScoped
class DeletionCourse {
  private static final Logger LOG = Logger.getLogger(DeletionCourse.class);

  private final DeletionRepository deletions;
  private final UserDirectory directory;
  private final Revocations revocations;
  private final AccountEvents events;
  private final List<AccountTraces> traces;
  private final DeletionConfig config;
  private final Clock clock;

  DeletionCourse(
      DeletionRepository deletions,
      UserDirectory directory,
      Revocations revocations,
      AccountEvents events,
      @All List<AccountTraces> traces,
      DeletionConfig config,
      Clock clock) {
    this.deletions = deletions;
    this.directory = directory;
    this.revocations = revocations;
    this.events = events;
    this.traces = traces;
    this.config = config;
    this.clock = clock;
  }

  /** Goes as far as it can now: until services have to answer, or to the very end. */
  Deletion advance(Deletion deletion) {
    return switch (deletion.state()) {
      case REQUESTED -> erase(close(deletion));
      case ERASING -> erase(deletion);
      case COMPLETED -> {
        deletions.forget(deletion);
        yield deletion;
      }
    };
  }

  /** A service holds nothing of the account any more. */
  void answered(UserId user, String service) {
    if (!config.services().contains(service)) {
      LOG.warnf("erasure told by a stranger user=%s service=%s", user, service);
      return;
    }
    deletions
        .noteErased(user, service, clock.instant())
        .filter(deletion -> deletion.isErasedBy(config.services()))
        .ifPresent(this::complete);
  }

  /** Nobody uses the account from here on, and who asked for it learns how to follow it. */
  private Deletion close(Deletion deletion) {
    var user = deletion.user();
    revocations.recordNow(user);
    directory.disable(user);
    directory.signOut(user);
    revocations.recordNow(user); // a session renewed meanwhile is covered too
    var receipt = deletion.receipt();
    if (receipt != null) {
      events.deletionRequested(user, addresseeOf(deletion), receipt.value());
    }
    deletions.beginErasing(user, clock.instant().plus(config.retryEvery()));
    LOG.infof("account closed user=%s", user);
    return deletion.erasing();
  }

  private Deletion erase(Deletion deletion) {
    if (deletion.isErasedBy(config.services())) {
      return complete(deletion);
    }
    events.deleted(deletion.user());
    return deletion;
  }

  private Deletion complete(Deletion deletion) {
    var user = deletion.user();
    directory.delete(user);
    traces.forEach(trace -> trace.erase(user));
    events.deletionCompleted(user, addresseeOf(deletion));
    var now = clock.instant();
    deletions.complete(user, now, now.plus(config.remember()));
    LOG.infof("account deleted user=%s", user);
    return deletion.completed(now);
  }

  private static Addressee addresseeOf(Deletion deletion) {
    var addressee = deletion.addressee();
    if (addressee == null) {
      throw new IllegalStateException("a deletion under way without an addressee");
    }
    return addressee;
  }
}
