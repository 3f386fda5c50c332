package io.albumen.auth.registration;

import io.albumen.auth.Lifeline;
import io.albumen.auth.SteppingClock;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.intent.IntentFixture;
import io.albumen.auth.password.PasswordFixture;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.NewUser;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.Profile;
import java.time.Duration;

/** Registration on fakes, any step of which may be the last. */
final class RegistrationFixture {
  static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  static final Password PASSWORD = new Password("Correct-horse-7");
  static final String CODE = InMemoryUserPool.CODE;

  final Lifeline life = new Lifeline();
  final SteppingClock clock = new SteppingClock();
  final InMemoryUserPool pool = new InMemoryUserPool(life);
  final RecordingAccountEvents events = new RecordingAccountEvents(life);
  final IntentFixture intents = new IntentFixture(clock, life);
  private final Verification verification =
      new Verification(pool, events, new InMemoryAnnouncementRepository(life), clock);
  final RegistrationService registration =
      new RegistrationService(
          pool, intents.intents(), verification, PasswordFixture.policy(), clock);

  static NewUser user(EmailAddress email) {
    return new NewUser(email, PASSWORD, Profile.of("Ada", null, null));
  }

  /** Long enough for the sweeper to take over. */
  void sweepLater() {
    clock.advance(Duration.ofMinutes(1));
    intents.sweep(verification);
  }
}
