package io.albumen.auth.security;

import io.albumen.auth.announcement.AccountEvents;
import io.albumen.auth.announcement.SecurityChange;
import io.albumen.auth.directory.UserDirectory;
import io.albumen.auth.intent.Intent;
import io.albumen.auth.intent.IntentHandler;
import io.albumen.auth.intent.IntentKind;
import io.albumen.auth.intent.Intents;
import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.PoolUser;
import io.albumen.auth.pool.UserPool;
import io.albumen.auth.revocation.Revocations;
import io.albumen.common.DomainException;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Carries changes through. Where a crash leaves it in doubt whether the pool has taken a new
 * password, its sessions are ended and its owner is told all the same: a needless sign-in is better
 * than a thief's session.
 */
@ApplicationScoped
public class SecurityChanges implements IntentHandler {
  private static final Logger LOG = Logger.getLogger(SecurityChanges.class);
  private static final String BETWEEN = " ";

  private final UserPool pool;
  private final UserDirectory directory;
  private final Revocations revocations;
  private final AccountEvents events;
  private final Intents intents;
  private final Ids ids;
  private final Clock clock;

  SecurityChanges(
      UserPool pool,
      UserDirectory directory,
      Revocations revocations,
      AccountEvents events,
      Intents intents,
      Ids ids,
      Clock clock) {
    this.pool = pool;
    this.directory = directory;
    this.revocations = revocations;
    this.events = events;
    this.intents = intents;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Does something that must have consequences, which are up to the caller now, or else to the
   * sweeper.
   *
   * @param effect a refusal it throws means that nothing has happened, unless the pool was cut off
   * @return to be completed
   */
  public Intent attempt(UserId user, SecurityChange change, Runnable effect) {
    var intent =
        new Intent(
            IntentKind.SECURITY_CHANGE,
            ids.next().toString(),
            change + BETWEEN + user,
            clock.instant());
    intents.open(intent);
    try {
      effect.run();
    } catch (PoolException.Unavailable e) { // nobody knows whether it took effect
      throw e;
    } catch (DomainException e) {
      intents.close(intent, Outcome.DROPPED);
      throw e;
    }
    LOG.infof("security changed change=%s user=%s", change, user);
    return intent;
  }

  /** Whatever was issued until now is good for nothing any more. */
  public void endSessions(UserId user) {
    revocations.recordNow(user);
    directory.signOut(user);
    revocations.recordNow(user); // for what was renewed in between
  }

  /** Ends every session and tells the owner; what fails here is left to the sweeper. */
  public void complete(Intent intent) {
    orElseLater(
        intent,
        () -> {
          endSessions(userOf(intent));
          tell(intent);
        });
  }

  /**
   * Tells the owner, where the sessions at the pool have ended already but one.
   *
   * @param notBefore when the access token of that one was issued
   */
  public void completeSparing(Intent intent, Instant notBefore) {
    orElseLater(
        intent,
        () -> {
          revocations.record(userOf(intent), notBefore);
          tell(intent);
        });
  }

  /** Tells the owner, where the sessions at the pool have ended and no other has begun. */
  public void completeSignedOut(Intent intent) {
    orElseLater(
        intent,
        () -> {
          revocations.recordNow(userOf(intent));
          tell(intent);
        });
  }

  /** Tells the owner of what leaves the sessions alone, or has ended them already. */
  public void announce(Intent intent) {
    orElseLater(intent, () -> tell(intent));
  }

  @Override
  public IntentKind kind() {
    return IntentKind.SECURITY_CHANGE;
  }

  @Override
  public Outcome resume(Intent intent) {
    pool.find(userOf(intent)).ifPresent(user -> resume(intent, user));
    return Outcome.DROPPED;
  }

  private void resume(Intent intent, PoolUser user) {
    switch (changeOf(intent)) {
      case PASSWORD_CHANGED, PASSWORD_RESET, SIGNED_OUT_EVERYWHERE -> {
        endSessions(user.id());
        publish(intent);
      }
      case MFA_ENABLED -> publishIf(user.mfaEnabled(), intent);
      case MFA_DISABLED -> publishIf(!user.mfaEnabled(), intent);
    }
  }

  private void tell(Intent intent) {
    publish(intent);
    intents.close(intent, Outcome.DROPPED);
  }

  private void publishIf(boolean tookEffect, Intent intent) {
    if (tookEffect) {
      publish(intent);
    }
  }

  private void publish(Intent intent) {
    events.securityChanged(UUID.fromString(intent.key()), userOf(intent), changeOf(intent));
  }

  /** The change itself has taken effect whatever happens here. */
  private static void orElseLater(Intent intent, Runnable consequences) {
    try {
      consequences.run();
    } catch (RuntimeException e) {
      LOG.warnf("consequences deferred intent=%s reason=%s", intent.id(), e);
    }
  }

  private static SecurityChange changeOf(Intent intent) {
    return SecurityChange.valueOf(intent.subject().split(BETWEEN)[0]);
  }

  private static UserId userOf(Intent intent) {
    return UserId.fromString(intent.subject().split(BETWEEN)[1]);
  }
}
