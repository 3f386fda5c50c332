package io.albumen.auth.mfa;

import static io.albumen.auth.security.SecurityFixture.ADA;
import static io.albumen.auth.security.SecurityFixture.NEW;
import static io.albumen.auth.security.SecurityFixture.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.albumen.auth.Lifeline;
import io.albumen.auth.announcement.SecurityChange;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.PasswordProof;
import io.albumen.auth.pool.PasswordProofFixture;
import io.albumen.auth.security.SecurityFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotpServiceTest {
  private static final String TOKEN = "access";
  private static final String CODE = InMemoryUserPool.CODE;

  private final SecurityFixture fixture = new SecurityFixture();
  private final TotpService totp =
      new TotpService(
          fixture.pool,
          new InMemorySoftwareTokens(fixture.pool),
          PasswordProofFixture.on(fixture.pool),
          fixture.changes);

  @Test
  void handsOutASecretInTheNameOfTheAddress() {
    var secret = totp.begin(fixture.ada, TOKEN);

    assertThat(secret).isEqualTo(new TotpSecret(InMemorySoftwareTokens.SECRET, ADA));
  }

  @Test
  void asksForNoCodeUntilOneIsVerified() {
    totp.begin(fixture.ada, TOKEN);

    assertThat(isOn()).isFalse();
  }

  @Test
  void asksForCodesOnceOneIsVerified() {
    turnOn();

    assertThat(isOn()).isTrue();
  }

  @Test
  void tellsTheOwnerThatCodesAreAskedFor() {
    turnOn();

    assertThat(fixture.told()).containsExactly(SecurityChange.MFA_ENABLED);
  }

  @Test
  void refusesAWrongCode() {
    totp.begin(fixture.ada, TOKEN);

    assertThatThrownBy(() -> totp.verify(fixture.ada, TOKEN, "111111"))
        .isInstanceOf(MfaException.WrongCode.class);
  }

  @Test
  void asksForNoCodeAfterAWrongOne() {
    totp.begin(fixture.ada, TOKEN);

    var _ = catchThrowable(() -> totp.verify(fixture.ada, TOKEN, "111111"));

    assertThat(isOn()).isFalse();
  }

  @Test
  void wantsASecretBeforeACode() {
    assertThatThrownBy(() -> totp.verify(fixture.ada, TOKEN, CODE))
        .isInstanceOf(MfaException.NotBegun.class);
  }

  @Test
  void handsOutNoSecretWhereAnAppIsInUse() {
    turnOn();

    assertThatThrownBy(() -> totp.begin(fixture.ada, TOKEN))
        .isInstanceOf(MfaException.AlreadyEnabled.class);
  }

  @Test
  void verifiesNothingWhereAnAppIsInUse() {
    turnOn();

    assertThatThrownBy(() -> totp.verify(fixture.ada, TOKEN, CODE))
        .isInstanceOf(MfaException.AlreadyEnabled.class);
  }

  @Test
  void turnsOffByThePassword() {
    turnOn();

    totp.turnOff(fixture.ada, TOKEN, OLD);

    assertThat(isOn()).isFalse();
  }

  @Test
  void staysOnForTheWrongPassword() {
    turnOn();

    assertThatThrownBy(() -> totp.turnOff(fixture.ada, TOKEN, NEW))
        .isInstanceOf(PasswordProof.WrongPassword.class);

    assertThat(isOn()).isTrue();
  }

  @Test
  void tellsNobodyThatWhatIsOffIsOff() {
    totp.turnOff(fixture.ada, TOKEN, OLD);

    assertThat(fixture.told()).isEmpty();
  }

  /** 1 the intent is written, 2 the pool asks for codes, 3 the owner is told, 4 it is closed. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void tellsTheOwnerOnceAfterAnyDeathOfTurningOn(int step) {
    totp.begin(fixture.ada, TOKEN);
    dieAfter(step, () -> totp.verify(fixture.ada, TOKEN, CODE));

    fixture.sweepLater();

    assertThat(fixture.told()).containsExactly(SecurityChange.MFA_ENABLED);
  }

  @Test
  void tellsNothingOfWhatNeverTookEffect() {
    totp.begin(fixture.ada, TOKEN);
    dieAfter(1, () -> totp.verify(fixture.ada, TOKEN, CODE));

    fixture.sweepLater();

    assertThat(fixture.told()).isEmpty();
  }

  @Test
  void isTurnedOnByAnotherTryAfterADeath() {
    totp.begin(fixture.ada, TOKEN);
    dieAfter(1, () -> totp.verify(fixture.ada, TOKEN, CODE));

    totp.verify(fixture.ada, TOKEN, CODE);

    assertThat(isOn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void tellsTheOwnerAfterAnyDeathOfTurningOff(int step) {
    fixture.pool.setMfa(ADA, true);
    dieAfter(step, () -> totp.turnOff(fixture.ada, TOKEN, OLD));

    fixture.sweepLater();

    assertThat(fixture.told()).containsExactly(SecurityChange.MFA_DISABLED);
  }

  private void turnOn() {
    totp.begin(fixture.ada, TOKEN);
    totp.verify(fixture.ada, TOKEN, CODE);
  }

  private boolean isOn() {
    return fixture.pool.find(ADA).orElseThrow().mfaEnabled();
  }

  private void dieAfter(int step, Runnable call) {
    fixture.life.dieAfter(step);
    assertThatThrownBy(call::run).isInstanceOf(Lifeline.Death.class);
    fixture.life.liveOn();
  }
}
