package io.albumen.auth.administration;

import io.albumen.auth.announcement.AccountEvents;
import io.albumen.auth.announcement.Suspension;
import io.albumen.auth.deletion.DeletionService;
import io.albumen.auth.directory.UserDirectory;
import io.albumen.auth.intent.Intent;
import io.albumen.auth.intent.IntentHandler;
import io.albumen.auth.intent.IntentKind;
import io.albumen.auth.intent.Intents;
import io.albumen.auth.revocation.Revocations;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Carries a decision on an account into the pool and tells every service. The decision is written
 * down first, one for each account, so that a crash neither loses it nor lets an older one win.
 */
@ApplicationScoped
class Suspensions implements IntentHandler {
  private static final Logger LOG = Logger.getLogger(Suspensions.class);

  private final UserDirectory directory;
  private final DeletionService deletions;
  private final Revocations revocations;
  private final Intents intents;
  private final AccountEvents events;
  private final Clock clock;

  Suspensions(
      UserDirectory directory,
      DeletionService deletions,
      Revocations revocations,
      Intents intents,
      AccountEvents events,
      Clock clock) {
    this.directory = directory;
    this.deletions = deletions;
    this.revocations = revocations;
    this.intents = intents;
    this.events = events;
    this.clock = clock;
  }

  /** What is decided on an account. */
  enum Decision {
    SUSPEND,
    RESTORE
  }

  /** When it fails, it is done nevertheless, later. */
  void carryOut(UserId user, Decision decision) {
    var intent =
        new Intent(IntentKind.SUSPENSION, user.toString(), decision.name(), clock.instant());
    var isContested = intents.open(intent);
    apply(user, decision);
    announce(intent, isContested ? Outcome.PENDING : Outcome.DROPPED);
  }

  @Override
  public IntentKind kind() {
    return IntentKind.SUSPENSION;
  }

  @Override
  public Outcome resume(Intent intent) {
    var user = UserId.fromString(intent.key());
    if (directory.find(user).isPresent()) {
      apply(user, Decision.valueOf(intent.subject()));
      publish(intent);
    }
    return Outcome.DROPPED;
  }

  private void apply(UserId user, Decision decision) {
    switch (decision) {
      case SUSPEND -> {
        revocations.recordNow(user);
        directory.disable(user);
        directory.signOut(user);
        revocations.recordNow(user); // a session renewed meanwhile is covered too
      }
      case RESTORE -> {
        directory.enable(user);
        if (deletions.isClosed(user)) {
          directory.disable(user); // its owner closed it at this very moment
        }
      }
    }
  }

  /**
   * The pool knows it whatever happens here, so a failure is left to the sweeper.
   *
   * @param outcome PENDING where an earlier decision was still being carried out, by a process that
   *     may be about to apply it over this one: the sweeper applies this one again
   */
  private void announce(Intent intent, Outcome outcome) {
    try {
      publish(intent);
      intents.close(intent, outcome);
    } catch (RuntimeException e) {
      LOG.warnf("announcement deferred intent=%s reason=%s", intent.id(), e);
    }
  }

  private void publish(Intent intent) {
    events.suspensionChanged(
        new Suspension(
            UserId.fromString(intent.key()),
            Decision.valueOf(intent.subject()) == Decision.SUSPEND,
            intent.openedAt()));
  }
}
