package io.albumen.auth.security;

import io.albumen.auth.Lifeline;
import io.albumen.auth.SteppingClock;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.announcement.RecordingAccountEvents.Security;
import io.albumen.auth.announcement.SecurityChange;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.intent.IntentFixture;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.auth.revocation.RevocationFixture;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import java.time.Duration;
import java.util.List;

/** Ada's account on fakes, any step of which may be the last. */
public final class SecurityFixture {
  public static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  public static final Password OLD = new Password("Correct-horse-7");
  public static final Password NEW = new Password("Battery-staple-8");

  public final Lifeline life = new Lifeline();
  public final SteppingClock clock = new SteppingClock();
  public final InMemoryUserPool pool = new InMemoryUserPool(life);
  public final InMemoryUserDirectory directory = new InMemoryUserDirectory(life);
  public final RecordingAccountEvents events = new RecordingAccountEvents(life);
  public final IntentFixture intents = new IntentFixture(clock, life);
  public final RevocationFixture revocations = new RevocationFixture(clock, life);
  public final SecurityChanges changes =
      new SecurityChanges(
          pool, directory, revocations.revocations(), events, intents.intents(), new Ids(), clock);
  public final UserId ada = pool.add(ADA, OLD, true);

  /** What Ada was told, in no order. */
  public List<SecurityChange> told() {
    return events.securityChanges().values().stream()
        .filter(told -> told.user().equals(ada))
        .map(Security::change)
        .toList();
  }

  /** Whether no session of Ada's of before is good for anything, be it by token or renewal. */
  public boolean hasEndedSessions() {
    return directory.isSignedOut(ada) && revocations.notBefore(ada).isPresent();
  }

  /** Long enough for the sweeper to take over. */
  public void sweepLater() {
    clock.advance(Duration.ofMinutes(1));
    intents.sweep(changes);
  }
}
