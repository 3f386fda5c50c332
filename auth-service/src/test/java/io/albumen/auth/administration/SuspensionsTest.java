package io.albumen.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.Lifeline;
import io.albumen.auth.administration.Suspensions.Decision;
import io.albumen.auth.announcement.Suspension;
import io.albumen.auth.deletion.DeletionFixture;
import io.albumen.auth.intent.IntentFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The steps of a suspension: 1 the decision is written, 2 access tokens are revoked, 3 the account
 * is disabled, 4 its sessions are ended, 5 access tokens are revoked again, 6 the services are
 * told, 7 the decision is done.
 */
class SuspensionsTest {
  private final DeletionFixture fixture = new DeletionFixture();
  private final IntentFixture intents = new IntentFixture(fixture.clock, fixture.life);
  private final Suspensions suspensions =
      new Suspensions(
          fixture.directory,
          fixture.service,
          fixture.revocations.revocations(),
          intents.intents(),
          fixture.events,
          fixture.clock);

  @Test
  void keepsASuspendedPersonOut() {
    suspensions.carryOut(fixture.ada, Decision.SUSPEND);

    assertThat(fixture.directory.isEnabled(fixture.ada)).isFalse();
    assertThat(fixture.directory.isSignedOut(fixture.ada)).isTrue();
    assertThat(fixture.revocations.notBefore(fixture.ada)).isPresent();
  }

  @Test
  void tellsEveryService() {
    var now = fixture.clock.instant();

    suspensions.carryOut(fixture.ada, Decision.SUSPEND);

    assertThat(fixture.events.suspensions())
        .containsExactly(new Suspension(fixture.ada, true, now));
  }

  @Test
  void givesAnAccountBack() {
    suspensions.carryOut(fixture.ada, Decision.SUSPEND);

    suspensions.carryOut(fixture.ada, Decision.RESTORE);

    assertThat(fixture.directory.isEnabled(fixture.ada)).isTrue();
    assertThat(fixture.events.suspensions())
        .extracting(Suspension::suspended)
        .containsExactly(true, false);
  }

  @Test
  void neverOpensAnAccountThatItsOwnerClosed() {
    fixture.request();

    suspensions.carryOut(fixture.ada, Decision.RESTORE);

    assertThat(fixture.directory.isEnabled(fixture.ada)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void suspendsAfterAnyDeath(int step) {
    dieAfter(step, Decision.SUSPEND);

    sweepLater();

    assertThat(fixture.directory.isEnabled(fixture.ada)).isFalse();
    assertThat(fixture.directory.isSignedOut(fixture.ada)).isTrue();
    assertThat(fixture.events.suspensions()).isNotEmpty();
    assertThat(intents.remembered()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void tellsTheSameDecisionWhoeverTellsIt(int step) {
    var decidedAt = fixture.clock.instant();
    dieAfter(step, Decision.SUSPEND);

    sweepLater();

    assertThat(fixture.events.suspensions())
        .containsOnly(new Suspension(fixture.ada, true, decidedAt));
  }

  /** The steps of giving back: 1 the decision is written, 2 the account is enabled, 3 told. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void givesBackAfterAnyDeath(int step) {
    suspensions.carryOut(fixture.ada, Decision.SUSPEND);
    dieAfter(step, Decision.RESTORE);

    sweepLater();

    assertThat(fixture.directory.isEnabled(fixture.ada)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void letsTheLaterOfTwoDecisionsWinAfterADeath(int step) {
    dieAfter(step, Decision.SUSPEND);
    fixture.clock.advance(Duration.ofSeconds(1));
    suspensions.carryOut(fixture.ada, Decision.RESTORE);
    fixture.directory.disable(fixture.ada); // as the one that seemed dead was about to

    sweepLater();

    assertThat(fixture.directory.isEnabled(fixture.ada)).isTrue();
    assertThat(fixture.events.suspensions().getLast().suspended()).isFalse();
    assertThat(intents.remembered()).isZero();
  }

  @Test
  void tellsTheServicesWhenTheBusIsBack() {
    fixture.events.goDown();
    suspensions.carryOut(fixture.ada, Decision.SUSPEND);
    fixture.events.comeBack();

    sweepLater();

    assertThat(fixture.events.suspensions()).hasSize(1);
  }

  @Test
  void givesUpOnAnAccountThatIsGone() {
    dieAfter(1, Decision.SUSPEND);
    fixture.directory.remove(fixture.ada);

    sweepLater();

    assertThat(fixture.events.suspensions()).isEmpty();
    assertThat(intents.remembered()).isZero();
  }

  private void dieAfter(int step, Decision decision) {
    fixture.life.dieAfter(step);
    assertThatThrownBy(() -> suspensions.carryOut(fixture.ada, decision))
        .isInstanceOf(Lifeline.Death.class);
    fixture.life.liveOn();
  }

  private void sweepLater() {
    fixture.clock.advance(Duration.ofMinutes(1));
    intents.sweep(suspensions);
  }
}
