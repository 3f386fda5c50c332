package io.albumen.auth.intent;

import static io.albumen.auth.intent.IntentKind.CONFIRMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.Lifeline;
import io.albumen.auth.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentSweeperTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final SteppingClock clock = new SteppingClock();
  private final IntentFixture fixture = new IntentFixture(clock, new Lifeline());
  private final List<String> resumed = new ArrayList<>();

  @Test
  void leavesAnIntentToItsRequestAtFirst() {
    open("a");

    clock.advance(PATIENCE.minusMillis(1));
    fixture.sweep(handler());

    assertThat(resumed).isEmpty();
  }

  @Test
  void takesUpWhatItsRequestLeft() {
    open("a");

    clock.advance(PATIENCE);
    fixture.sweep(handler());

    assertThat(resumed).containsExactly("a");
  }

  @Test
  void takesUpTheNextAfterOneFailed() {
    open("broken");
    clock.advance(Duration.ofSeconds(1));
    open("b");

    clock.advance(PATIENCE);
    fixture.sweep(handler());

    assertThat(resumed).containsExactly("broken", "b");
  }

  @Test
  void waitsTwiceAsLongAfterEachFailure() {
    open("broken");
    clock.advance(PATIENCE);
    fixture.sweep(handler());
    clock.advance(PATIENCE);
    fixture.sweep(handler());

    clock.advance(PATIENCE.multipliedBy(2).minusMillis(1));
    fixture.sweep(handler());

    assertThat(resumed).containsExactly("broken", "broken");
  }

  @Test
  void neverWaitsLongerThanAnHour() {
    open("broken");
    for (int i = 0; i < 12; i++) {
      clock.advance(Duration.ofHours(1));
      fixture.sweep(handler());
    }

    assertThat(resumed).hasSize(12);
  }

  @Test
  void forgetsWhatWasSettledAfterADay() {
    fixture.intents().close(open("a"), IntentHandler.Outcome.SETTLED);

    clock.advance(Duration.ofDays(1));
    fixture.sweep(handler());

    assertThat(fixture.remembered()).isZero();
  }

  @Test
  void neverResumesWhatWasSettled() {
    fixture.intents().close(open("a"), IntentHandler.Outcome.SETTLED);

    clock.advance(Duration.ofDays(1));
    fixture.sweep(handler());

    assertThat(resumed).isEmpty();
  }

  private Intent open(String key) {
    var intent = new Intent(CONFIRMATION, key, "ada@example.com", clock.instant());
    fixture.intents().open(intent);
    return intent;
  }

  private IntentHandler handler() {
    return new IntentHandler() {
      @Override
      public IntentKind kind() {
        return CONFIRMATION;
      }

      @Override
      public Outcome resume(Intent intent) {
        resumed.add(intent.key());
        if (intent.key().equals("broken")) {
          throw new IllegalStateException("broken");
        }
        return Outcome.DROPPED;
      }
    };
  }
}
