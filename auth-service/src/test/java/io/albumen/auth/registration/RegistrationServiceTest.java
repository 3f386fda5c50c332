package io.albumen.auth.registration;

import static io.albumen.auth.registration.RegistrationFixture.ADA;
import static io.albumen.auth.registration.RegistrationFixture.CODE;
import static io.albumen.auth.registration.RegistrationFixture.PASSWORD;
import static io.albumen.auth.registration.RegistrationFixture.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.albumen.auth.pool.NewUser;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PoolException;
import io.albumen.common.DomainException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegistrationServiceTest {
  private final RegistrationFixture fixture = new RegistrationFixture();
  private final RegistrationService registration = fixture.registration;

  @Test
  void mailsACodeToANewAddress() {
    registration.signUp(user(ADA));

    assertThat(fixture.pool.mailed()).containsExactly(ADA);
  }

  @Test
  void mailsAnotherCodeToAnAddressThatWaits() {
    registration.signUp(user(ADA));

    registration.signUp(user(ADA));

    assertThat(fixture.pool.mailed()).containsExactly(ADA, ADA);
  }

  @Test
  void leavesAConfirmedAccountAlone() {
    fixture.pool.add(ADA, PASSWORD, true);

    registration.signUp(user(ADA));

    assertThat(fixture.pool.mailed()).isEmpty();
  }

  @Test
  void refusesAWeakPasswordForAKnownAddressToo() {
    fixture.pool.add(ADA, PASSWORD, true);
    var weak = new NewUser(ADA, new Password("weak"), user(ADA).profile());

    assertThatThrownBy(() -> registration.signUp(weak))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo("weak-password"));
  }

  @Test
  void tellsTheFleetOfAConfirmedAccount() {
    var id = fixture.pool.add(ADA, PASSWORD, false);

    registration.confirm(ADA, CODE);

    assertThat(fixture.events.verifiedUsers()).containsExactly(id);
  }

  @Test
  void succeedsAgainWithTheSameCode() {
    fixture.pool.add(ADA, PASSWORD, false);
    registration.confirm(ADA, CODE);

    registration.confirm(ADA, CODE);

    assertThat(fixture.events.verifiedUsers()).hasSize(1);
  }

  @Test
  void doesNotTellStrangersThatAnAccountIsConfirmed() {
    fixture.pool.add(ADA, PASSWORD, true);

    assertThatThrownBy(() -> registration.confirm(ADA, CODE))
        .isInstanceOf(RegistrationException.CodeMismatch.class);
  }

  @Test
  void doesNotTellStrangersThatThereIsNoAccount() {
    assertThatThrownBy(() -> registration.confirm(ADA, CODE))
        .isInstanceOf(RegistrationException.CodeMismatch.class);
  }

  @Test
  void saysThatACodeIsTooOld() {
    fixture.pool.add(ADA, PASSWORD, false);

    assertThatThrownBy(() -> registration.confirm(ADA, "000000"))
        .isInstanceOf(RegistrationException.CodeExpired.class);
  }

  @Test
  void saysThatThereWereTooManyTries() {
    fixture.pool.add(ADA, PASSWORD, false);

    assertThatThrownBy(() -> registration.confirm(ADA, "999999"))
        .isInstanceOf(RegistrationException.TooManyAttempts.class);
  }

  @Test
  void keepsNoIntentOfARefusedCode() {
    fixture.pool.add(ADA, PASSWORD, false);

    var _ = catchThrowable(() -> registration.confirm(ADA, "111111"));

    assertThat(fixture.intents.remembered()).isZero();
  }

  @Test
  void succeedsWhileTheBusIsDown() {
    fixture.pool.add(ADA, PASSWORD, false);
    fixture.events.goDown();

    registration.confirm(ADA, CODE);

    assertThat(fixture.intents.open()).isEqualTo(1);
  }

  @Test
  void tellsTheFleetOnceTheBusIsBack() {
    var id = fixture.pool.add(ADA, PASSWORD, false);
    fixture.events.goDown();
    registration.confirm(ADA, CODE);
    fixture.events.comeBack();

    fixture.sweepLater();

    assertThat(fixture.events.verifiedUsers()).containsExactly(id);
  }

  @Test
  void leavesAConfirmationInDoubtToTheSweeper() {
    fixture.pool.goDown();

    assertThatThrownBy(() -> registration.confirm(ADA, CODE))
        .isInstanceOf(PoolException.Unavailable.class);

    assertThat(fixture.intents.open()).isEqualTo(1);
  }

  @Test
  void givesUpAConfirmationThatNeverTookEffect() {
    fixture.pool.add(ADA, PASSWORD, false);
    fixture.life.dieAfter(1);
    var _ = catchThrowable(() -> registration.confirm(ADA, CODE));
    fixture.life.liveOn();

    fixture.clock.advance(Duration.ofMinutes(10));
    fixture.sweepLater();

    assertThat(fixture.intents.remembered()).isZero();
  }

  @Test
  void tellsTheFleetOfASecondAccountByTheSameAddress() {
    fixture.pool.add(ADA, PASSWORD, false);
    registration.confirm(ADA, CODE);
    fixture.pool.remove(ADA);
    var second = fixture.pool.add(ADA, PASSWORD, false);

    registration.confirm(ADA, CODE);

    assertThat(fixture.events.verifiedUsers()).hasSize(2).contains(second);
  }
}
