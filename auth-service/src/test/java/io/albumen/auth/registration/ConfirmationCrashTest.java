package io.albumen.auth.registration;

import static io.albumen.auth.registration.RegistrationFixture.ADA;
import static io.albumen.auth.registration.RegistrationFixture.CODE;
import static io.albumen.auth.registration.RegistrationFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.Lifeline;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process dies after one of the steps of a confirmation: 1 the intent is written, 2 the pool has
 * confirmed, 3 the fact is published, 4 that is noted, 5 the intent is settled.
 */
class ConfirmationCrashTest {
  private final RegistrationFixture fixture = new RegistrationFixture();

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void tellsTheFleetAfterAnyDeathOfAConfirmation(int step) {
    var id = fixture.pool.add(ADA, PASSWORD, false);
    dieAfter(step);

    fixture.sweepLater();

    assertThat(fixture.events.verifiedUsers()).isNotEmpty().containsOnly(id);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 5})
  void tellsTheFleetOnceUnlessItDiedBeforeNotingIt(int step) {
    fixture.pool.add(ADA, PASSWORD, false);
    dieAfter(step);

    fixture.sweepLater();
    fixture.sweepLater();

    assertThat(fixture.events.verifiedUsers()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void succeedsWhenThePersonTriesAgainAfterTheDeath(int step) {
    fixture.pool.add(ADA, PASSWORD, false);
    dieAfter(step);

    assertThatCode(() -> fixture.registration.confirm(ADA, CODE)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void leavesNoIntentOpenOnceAllIsSwept(int step) {
    fixture.pool.add(ADA, PASSWORD, false);
    dieAfter(step);

    fixture.clock.advance(Duration.ofMinutes(10));
    fixture.sweepLater();

    assertThat(fixture.intents.open()).isZero();
  }

  /** The steps of the sweeper: 1 the claim, 2 the fact is published, 3 noted, 4 settled. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void tellsTheFleetEvenWhenTheSweeperDiesToo(int step) {
    var id = fixture.pool.add(ADA, PASSWORD, false);
    dieAfter(2);
    fixture.life.dieAfter(step);
    assertThatThrownBy(fixture::sweepLater).isInstanceOf(Lifeline.Death.class);
    fixture.life.liveOn();

    fixture.sweepLater();

    assertThat(fixture.events.verifiedUsers()).isNotEmpty().containsOnly(id);
  }

  private void dieAfter(int step) {
    fixture.life.dieAfter(step);
    assertThatThrownBy(() -> fixture.registration.confirm(ADA, CODE))
        .isInstanceOf(Lifeline.Death.class);
    fixture.life.liveOn();
  }
}
