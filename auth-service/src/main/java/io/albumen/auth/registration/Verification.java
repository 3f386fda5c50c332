package io.albumen.auth.registration;

import io.albumen.auth.announcement.AccountEvents;
import io.albumen.auth.intent.Intent;
import io.albumen.auth.intent.IntentHandler;
import io.albumen.auth.intent.IntentKind;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.PoolUser;
import io.albumen.auth.pool.UserPool;
import io.albumen.common.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * Tells the fleet of a confirmed account, once. Between telling and noting it a crash may make it
 * told twice, under one event id, which consumers recognise.
 */
@ApplicationScoped
class Verification implements IntentHandler {
  private static final Logger LOG = Logger.getLogger(Verification.class);

  /** No confirmation is still on its way to the pool after this. */
  private static final Duration GIVE_UP = Duration.ofMinutes(10);

  private final UserPool pool;
  private final AccountEvents events;
  private final AnnouncementRepository announcements;
  private final Clock clock;

  Verification(
      UserPool pool, AccountEvents events, AnnouncementRepository announcements, Clock clock) {
    this.pool = pool;
    this.events = events;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** One intent for each address and code: the same try again finds itself. */
  static Intent intent(EmailAddress email, String code, Instant now) {
    return new Intent(
        IntentKind.CONFIRMATION, fingerprint(email.value() + "\n" + code), email.value(), now);
  }

  @Override
  public IntentKind kind() {
    return IntentKind.CONFIRMATION;
  }

  @Override
  public Outcome resume(Intent intent) {
    var user = pool.find(EmailAddress.of(intent.subject()));
    if (user.isEmpty()) {
      return Outcome.DROPPED;
    }
    if (!user.get().confirmed()) {
      var isOld = intent.openedAt().plus(GIVE_UP).isBefore(clock.instant());
      return isOld ? Outcome.DROPPED : Outcome.PENDING;
    }
    announce(user.get());
    return Outcome.SETTLED;
  }

  private void announce(PoolUser user) {
    if (!announcements.isAnnounced(user.id())) {
      events.verified(user);
      if (announcements.markAnnounced(user.id(), clock.instant())) {
        LOG.infof("account verified user=%s", user.id());
      }
    }
  }

  private static String fingerprint(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
