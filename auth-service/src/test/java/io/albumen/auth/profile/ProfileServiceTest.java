package io.albumen.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.Lifeline;
import io.albumen.auth.SteppingClock;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.intent.IntentFixture;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.Profile;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileServiceTest {
  private static final Profile CHANGED = new Profile("Ada L.", "en", "UTC");

  private final Lifeline life = new Lifeline();
  private final SteppingClock clock = new SteppingClock();
  private final InMemoryUserPool pool = new InMemoryUserPool(life);
  private final RecordingAccountEvents events = new RecordingAccountEvents(life);
  private final IntentFixture intents = new IntentFixture(clock, life);
  private final ProfileService profiles =
      new ProfileService(pool, intents.intents(), events, new Ids(), clock);
  private final UserId ada = pool.add(EmailAddress.of("ada@example.com"), new Password("x"), true);

  @Test
  void tellsAChangeOnce() {
    change();
    sweepLater();

    assertThat(events.profileChanges()).hasSize(1);
  }

  /** 1 the intent is written, 2 the pool has changed, 3 the fact is published, 4 it is closed. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void tellsAChangeUnderOneIdAfterAnyDeath(int step) {
    life.dieAfter(step);
    assertThatThrownBy(this::change).isInstanceOf(Lifeline.Death.class);
    life.liveOn();

    sweepLater();

    assertThat(events.profileChanges().values()).containsExactly(CHANGED);
  }

  @Test
  void tellsOfAnAccountThatIsGoneNothing() {
    life.dieAfter(1);
    assertThatThrownBy(this::change).isInstanceOf(Lifeline.Death.class);
    life.liveOn();
    pool.clear();

    sweepLater();

    assertThat(events.profileChanges()).isEmpty();
  }

  @Test
  void succeedsWhileTheBusIsDown() {
    events.goDown();

    change();

    assertThat(profiles.get(ada).profile()).isEqualTo(CHANGED);
  }

  @Test
  void tellsAChangeOnceTheBusIsBack() {
    events.goDown();
    change();
    events.comeBack();

    sweepLater();

    assertThat(events.profileChanges().values()).containsExactly(CHANGED);
  }

  private void change() {
    profiles.change(ada, "token", new ProfileChange(Map.of("displayName", "Ada L.")));
  }

  private void sweepLater() {
    clock.advance(Duration.ofMinutes(1));
    intents.sweep(profiles);
  }
}
