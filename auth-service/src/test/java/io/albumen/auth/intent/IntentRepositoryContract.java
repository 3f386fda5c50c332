package io.albumen.auth.intent;

import static io.albumen.auth.intent.IntentKind.CONFIRMATION;
import static io.albumen.auth.intent.IntentKind.PROFILE_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.albumen.auth.intent.IntentRepository.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of intents does. */
abstract class IntentRepositoryContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  /** Keeps the tests apart where the store outlives them. */
  private final String key = UUID.randomUUID().toString();

  private final Intent intent = new Intent(CONFIRMATION, key, "ada@example.com", NOON);

  abstract IntentRepository intents();

  @Test
  void opensForTheFirstTime() {
    assertThat(intents().open(intent, LATER)).isFalse();
  }

  @Test
  void tellsThatItWasOpenBefore() {
    intents().open(intent, LATER);

    assertThat(intents().open(intent, LATER)).isTrue();
  }

  @Test
  void keepsKindsApart() {
    intents().open(intent, LATER);

    assertThat(intents().open(new Intent(PROFILE_CHANGE, key, "ada", NOON), LATER)).isFalse();
  }

  @Test
  void givesBackWhatWasOpened() {
    intents().open(intent, LATER);

    assertThat(due(LATER)).containsExactly(new Due(intent, false, 0, LATER));
  }

  @Test
  void isNotDueBeforeItsTime() {
    intents().open(intent, LATER);

    assertThat(due(LATER.minusMillis(1))).isEmpty();
  }

  @Test
  void remembersWhatIsSettledUntilItsTime() {
    intents().open(intent, NOON);

    intents().settle(intent, LATER);

    assertThat(due(LATER)).extracting(Due::settled, Due::dueAt).containsExactly(tuple(true, LATER));
  }

  @Test
  void forgetsWhomASettledOneConcerned() {
    intents().open(intent, NOON);

    intents().settle(intent, LATER);

    assertThat(due(LATER)).extracting(due -> due.intent().subject()).containsExactly("");
  }

  @Test
  void neitherSettlesNorDropsWhatWasOpenedAgain() {
    intents().open(intent, NOON);
    var again = new Intent(CONFIRMATION, key, "ada@example.com", LATER);
    intents().open(again, NOON);

    intents().settle(intent, LATER);
    intents().drop(intent);

    assertThat(due(LATER)).containsExactly(new Due(again, false, 0, NOON));
  }

  @Test
  void settlesNothingThatWasDropped() {
    intents().open(intent, NOON);
    intents().drop(intent);

    intents().settle(intent, LATER);

    assertThat(due(LATER)).isEmpty();
  }

  @Test
  void forgetsWhatIsDropped() {
    intents().open(intent, NOON);

    intents().drop(intent);

    assertThat(due(LATER)).isEmpty();
  }

  @Test
  void isClaimedByOneOnly() {
    intents().open(intent, NOON);
    var seen = due(NOON).getFirst();

    var claims = List.of(intents().claim(seen, LATER), intents().claim(seen, LATER));

    assertThat(claims).containsExactly(true, false);
  }

  @Test
  void countsItsClaims() {
    intents().open(intent, NOON);

    intents().claim(due(NOON).getFirst(), LATER);

    assertThat(due(LATER)).containsExactly(new Due(intent, false, 1, LATER));
  }

  @Test
  void isNotClaimedOnceDropped() {
    intents().open(intent, NOON);
    var seen = due(NOON).getFirst();
    intents().drop(intent);

    assertThat(intents().claim(seen, LATER)).isFalse();
  }

  private List<Due> due(Instant now) {
    return intents().due(now, 1000).stream().filter(due -> due.intent().key().equals(key)).toList();
  }
}
