package io.albumen.auth.profile;

import io.albumen.auth.announcement.AccountEvents;
import io.albumen.auth.intent.Intent;
import io.albumen.auth.intent.IntentHandler;
import io.albumen.auth.intent.IntentKind;
import io.albumen.auth.intent.Intents;
import io.albumen.auth.pool.PoolUser;
import io.albumen.auth.pool.UserPool;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads and changes one's own account, and tells the fleet of each change. */
@ApplicationScoped
class ProfileService implements IntentHandler {
  private static final Logger LOG = Logger.getLogger(ProfileService.class);

  private final UserPool pool;
  private final Intents intents;
  private final AccountEvents events;
  private final Ids ids;
  private final Clock clock;

  ProfileService(UserPool pool, Intents intents, AccountEvents events, Ids ids, Clock clock) {
    this.pool = pool;
    this.intents = intents;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  PoolUser get(UserId user) {
    return pool.find(user).orElseThrow(ProfileException.AccountGone::new);
  }

  /**
   * @param accessToken the caller's own, for the pool lets nobody else change a profile
   */
  PoolUser change(UserId user, String accessToken, ProfileChange change) {
    var profile = change.applyTo(get(user).profile());
    var intent =
        new Intent(
            IntentKind.PROFILE_CHANGE, ids.next().toString(), user.toString(), clock.instant());
    intents.open(intent);
    pool.update(accessToken, profile);
    var changed = get(user);
    announce(intent, changed);
    LOG.infof("profile changed user=%s", user);
    return changed;
  }

  @Override
  public IntentKind kind() {
    return IntentKind.PROFILE_CHANGE;
  }

  /** Tells the profile as it is now; if the change never took effect, that does no harm. */
  @Override
  public Outcome resume(Intent intent) {
    var user = pool.find(UserId.fromString(intent.subject()));
    user.ifPresent(found -> events.profileChanged(UUID.fromString(intent.key()), found));
    return Outcome.DROPPED;
  }

  /** The change has taken effect whatever happens here, so a failure is left to the sweeper. */
  private void announce(Intent intent, PoolUser changed) {
    try {
      events.profileChanged(UUID.fromString(intent.key()), changed);
      intents.close(intent, Outcome.DROPPED);
    } catch (RuntimeException e) {
      LOG.warnf("announcement deferred intent=%s reason=%s", intent.id(), e);
    }
  }
}
