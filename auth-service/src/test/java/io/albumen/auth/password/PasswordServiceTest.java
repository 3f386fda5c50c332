package io.albumen.auth.password;

import static io.albumen.auth.security.SecurityFixture.ADA;
import static io.albumen.auth.security.SecurityFixture.NEW;
import static io.albumen.auth.security.SecurityFixture.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.albumen.auth.Lifeline;
import io.albumen.auth.announcement.SecurityChange;
import io.albumen.auth.discretion.DiscretionFixture;
import io.albumen.auth.discretion.RecordingPause;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.SignInResult;
import io.albumen.auth.security.SecurityFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordServiceTest {
  private static final EmailAddress NOBODY = EmailAddress.of("nobody@example.com");
  private static final String CODE = InMemoryUserPool.CODE;
  private static final String TOKEN = "access";

  private final SecurityFixture fixture = new SecurityFixture();
  private final RecordingPause pause = new RecordingPause();
  private final PasswordService passwords =
      new PasswordService(
          fixture.pool,
          fixture.directory,
          new InMemoryPasswords(fixture.pool),
          PasswordFixture.policy(),
          fixture.changes,
          DiscretionFixture.answerTime(pause, fixture.clock));

  @Test
  void mailsACodeForANewPassword() {
    passwords.forgot(ADA);

    assertThat(fixture.pool.mailed()).containsExactly(ADA);
  }

  @Test
  void mailsTheCodeOfTheSignUpToWhoStillWaitsForIt() {
    var bob = EmailAddress.of("bob@example.com");
    fixture.pool.add(bob, OLD, false);

    passwords.forgot(bob);

    assertThat(fixture.pool.mailed()).containsExactly(bob);
  }

  @Test
  void mailsNothingToStrangers() {
    passwords.forgot(NOBODY);

    assertThat(fixture.pool.mailed()).isEmpty();
  }

  @Test
  void setsTheNewPasswordByTheCode() {
    passwords.reset(ADA, CODE, NEW);

    assertThat(fixture.pool.hasPassword(ADA, NEW)).isTrue();
  }

  @Test
  void endsEverySessionOnAReset() {
    passwords.reset(ADA, CODE, NEW);

    assertThat(fixture.hasEndedSessions()).isTrue();
  }

  @Test
  void tellsTheOwnerOfAReset() {
    passwords.reset(ADA, CODE, NEW);

    assertThat(fixture.told()).containsExactly(SecurityChange.PASSWORD_RESET);
  }

  @Test
  void endsNoSessionForAWrongCode() {
    var _ = catchThrowable(() -> passwords.reset(ADA, "111111", NEW));
    fixture.sweepLater();

    assertThat(fixture.hasEndedSessions()).isFalse();
  }

  @Test
  void tellsStrangersThatTheCodeIsWrong() {
    assertThatThrownBy(() -> passwords.reset(NOBODY, CODE, NEW))
        .isInstanceOf(PasswordException.CodeRefused.class);
  }

  @Test
  void refusesAWeakPasswordBeforeTheCodeIsUsedUp() {
    assertThatThrownBy(() -> passwords.reset(ADA, CODE, new Password("weak")))
        .isInstanceOf(PasswordException.WeakPassword.class);
  }

  /** 1 the intent is written, 2 the pool has the password; the rest ends sessions and tells. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void endsEverySessionAfterAnyDeathOfAReset(int step) {
    dieAfter(step, () -> passwords.reset(ADA, CODE, NEW));

    fixture.sweepLater();

    assertThat(fixture.hasEndedSessions()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void tellsTheOwnerOnceAfterAnyDeathOfAReset(int step) {
    dieAfter(step, () -> passwords.reset(ADA, CODE, NEW));

    fixture.sweepLater();

    assertThat(fixture.told()).containsExactly(SecurityChange.PASSWORD_RESET);
  }

  @Test
  void endsSessionsLaterWhenTheDirectoryIsDownAtAReset() {
    fixture.directory.goDown();
    passwords.reset(ADA, CODE, NEW);
    fixture.directory.comeBack();

    fixture.sweepLater();

    assertThat(fixture.directory.isSignedOut(fixture.ada)).isTrue();
  }

  @Test
  void endsSessionsWhereNobodyKnowsWhetherTheResetTookEffect() {
    fixture.pool.cutOffAfterwards();
    assertThatThrownBy(() -> passwords.reset(ADA, CODE, NEW))
        .isInstanceOf(PoolException.Unavailable.class);

    fixture.sweepLater();

    assertThat(fixture.hasEndedSessions()).isTrue();
  }

  @Test
  void changesThePassword() {
    change();

    assertThat(fixture.pool.hasPassword(ADA, NEW)).isTrue();
  }

  @Test
  void beginsAFreshSessionOnAChange() {
    assertThat(change()).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void sparesOnlyTheTokenOfTheFreshSession() {
    change();

    assertThat(fixture.revocations.notBefore(fixture.ada)).contains(InMemoryUserPool.ISSUED_AT);
  }

  @Test
  void endsEverySessionAtThePoolOnAChange() {
    change();

    assertThat(fixture.directory.isSignedOut(fixture.ada)).isTrue();
  }

  @Test
  void asksForTheSecondFactorAfterAChange() {
    fixture.pool.setMfa(ADA, true);

    assertThat(change()).isInstanceOf(SignInResult.Challenged.class);
  }

  @Test
  void endsEveryTokenWhereTheSecondFactorIsDue() {
    fixture.pool.setMfa(ADA, true);

    change();

    assertThat(fixture.revocations.notBefore(fixture.ada))
        .contains(fixture.clock.instant().plusSeconds(1));
  }

  @Test
  void tellsTheOwnerOfAChange() {
    change();

    assertThat(fixture.told()).containsExactly(SecurityChange.PASSWORD_CHANGED);
  }

  @Test
  void refusesTheWrongOldPassword() {
    assertThatThrownBy(() -> passwords.change(fixture.ada, TOKEN, NEW, NEW))
        .isInstanceOf(PasswordException.WrongPassword.class);
  }

  @Test
  void endsNoSessionForTheWrongOldPassword() {
    var _ = catchThrowable(() -> passwords.change(fixture.ada, TOKEN, NEW, NEW));
    fixture.sweepLater();

    assertThat(fixture.hasEndedSessions()).isFalse();
  }

  /** The account was suspended between the change and the fresh session. */
  @Test
  void asksToSignInAgainWhereTheFreshSessionIsRefused() {
    fixture.pool.disable(ADA);

    assertThatThrownBy(this::change).isInstanceOf(PoolException.SessionEnded.class);
  }

  @Test
  void endsEverySessionWhereTheFreshOneIsRefused() {
    fixture.pool.disable(ADA);

    var _ = catchThrowable(this::change);

    assertThat(fixture.hasEndedSessions()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void endsEverySessionAfterAnyDeathOfAChange(int step) {
    dieAfter(step, this::change);

    fixture.sweepLater();

    assertThat(fixture.hasEndedSessions()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void tellsTheOwnerOnceAfterAnyDeathOfAChange(int step) {
    dieAfter(step, this::change);

    fixture.sweepLater();

    assertThat(fixture.told()).containsExactly(SecurityChange.PASSWORD_CHANGED);
  }

  @Test
  void leavesNothingOpenAfterAReset() {
    passwords.reset(ADA, CODE, NEW);

    assertThat(fixture.intents.remembered()).isZero();
  }

  private SignInResult change() {
    return passwords.change(fixture.ada, TOKEN, OLD, NEW);
  }

  private void dieAfter(int step, Runnable call) {
    fixture.life.dieAfter(step);
    assertThatThrownBy(call::run).isInstanceOf(Lifeline.Death.class);
    fixture.life.liveOn();
  }
}
