package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;

class MfaTest extends PoolFixture {
  private static final Duration STEP = Duration.ofSeconds(30);
  private final String email = newAddress();
  private String token;

  /** At the start of a step, so that none ends within a test. */
  @BeforeEach
  void signIn() {
    var intoStep = CLOCK.instant().getEpochSecond() % STEP.toSeconds();
    CLOCK.forward(STEP.minusSeconds(intoStep));
    pool.newUser(email);
    token = pool.signIn(email).accessToken();
  }

  @Test
  void signsInByPasswordAndCode() {
    var app = enableMfa();

    var challenge = pool.challenge(email);
    var tokens = pool.answer(email, challenge.session(), app.code());

    assertThat(challenge.challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
    assertThat(challenge.challengeParameters()).containsEntry("FRIENDLY_DEVICE_NAME", "phone");
    pool.getUser(tokens.accessToken());
    assertThat(pool.refresh(tokens.refreshToken()).accessToken()).isNotEmpty();
  }

  @Test
  void skippingTheCodeGivesNoTokens() {
    enableMfa();

    assertThat(pool.challenge(email).authenticationResult()).isNull();
  }

  @Test
  void tellsTheFactorsOfAUser() {
    enableMfa();

    var self = pool.aws.getUser(r -> r.accessToken(token));
    var seen = pool.aws.adminGetUser(r -> r.userPoolId(pool.poolId()).username(email));

    assertThat(self.userMFASettingList()).containsExactly("SOFTWARE_TOKEN_MFA");
    assertThat(self.preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
    assertThat(seen.userMFASettingList()).containsExactly("SOFTWARE_TOKEN_MFA");
    assertThat(seen.preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
  }

  @Test
  void tellsThatAUserHasNoFactor() {
    var self = pool.aws.getUser(r -> r.accessToken(token));

    assertThat(self.hasUserMFASettingList()).isFalse();
    assertThat(self.preferredMfaSetting()).isNull();
  }

  @Test
  void asksForNoCodeUntilMfaIsPreferred() {
    var app = new Authenticator(pool.associate(token), CLOCK);
    pool.verify(token, app.code());

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
  }

  @Test
  void refusesToPreferAnUnverifiedAuthenticator() {
    pool.associate(token);

    assertThatThrownBy(() -> pool.prefer(token, true))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("User has not verified software token mfa");
  }

  @Test
  void refusesToVerifyByAWrongCode() {
    var app = new Authenticator(pool.associate(token), CLOCK);

    assertThatThrownBy(() -> pool.verify(token, app.wrongCode()))
        .isInstanceOf(EnableSoftwareTokenMfaException.class)
        .hasMessageContaining("Code mismatch");
  }

  @Test
  void refusesToVerifyWhatWasNeverAssociated() {
    assertThatThrownBy(() -> pool.verify(token, "123456"))
        .isInstanceOf(SoftwareTokenMfaNotFoundException.class);
  }

  @Test
  void refusesToVerifyByAnythingButSixDigits() {
    pool.associate(token);

    assertThatThrownBy(() -> pool.verify(token, "abcdef"))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesAWrongCodeAndLetsTryAgain() {
    var app = enableMfa();
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, app.wrongCode()))
        .isInstanceOf(CodeMismatchException.class)
        .hasMessageContaining("Invalid code received for user");
    assertThat(pool.answer(email, session, app.code()).accessToken()).isNotEmpty();
  }

  @Test
  void refusesACodeUsedTwice() {
    var app = enableMfa();
    pool.answer(email, pool.challenge(email).session(), app.code());
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, app.code()))
        .isInstanceOf(ExpiredCodeException.class)
        .hasMessageContaining("Your software token has already been used once.");
  }

  @Test
  void aCodeGivenAtOnceManyTimesSignsInOnce() {
    var app = enableMfa();
    var code = app.code();
    var sessions = Stream.generate(() -> pool.challenge(email).session()).limit(6).toList();

    var signIns = new AtomicInteger();
    try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
      sessions.forEach(session -> at.execute(() -> count(signIns, session, code)));
    }

    assertThat(signIns).hasValue(1);
  }

  private void count(AtomicInteger signIns, String session, String code) {
    try {
      pool.answer(email, session, code);
      signIns.incrementAndGet();
    } catch (ExpiredCodeException e) {
      // As it should for all but one.
    }
  }

  @Test
  void refusesTheCodeBeforeTheOneUsed() {
    var app = enableMfa();
    pool.answer(email, pool.challenge(email).session(), app.code());
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, app.code(STEP.negated())))
        .isInstanceOf(ExpiredCodeException.class);
  }

  @Test
  void refusesAtSignInTheCodeThatVerified() {
    var app = new Authenticator(pool.associate(token), CLOCK);
    pool.verify(token, app.code());
    pool.prefer(token, true);
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, app.code()))
        .isInstanceOf(ExpiredCodeException.class);
  }

  @Test
  void toleratesAClockOneStepOff() {
    var app = enableMfa();
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, app.code(STEP.multipliedBy(2))))
        .isInstanceOf(CodeMismatchException.class);
    assertThat(pool.answer(email, session, app.code(STEP)).accessToken()).isNotEmpty();
  }

  @Test
  void endsAChallengeAfterThreeMinutes() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    CLOCK.forward(Duration.ofMinutes(3));

    assertThatThrownBy(() -> pool.answer(email, session, app.code()))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Invalid session for the user, session is expired.");
  }

  @Test
  void takesAChallengesSessionOnce() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    pool.answer(email, session, app.code());

    assertThatThrownBy(() -> pool.answer(email, session, app.code(STEP)))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("session can only be used once");
  }

  @Test
  void refusesForgedAndForeignSessions() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    var stranger = newAddress();
    pool.newUser(stranger);

    invalidSession(email, session + "x", app.code());
    invalidSession(email, "anything-at-all-of-twenty-letters", app.code());
    invalidSession(stranger, session, app.code());
    invalidSession(newAddress(), session, app.code());
  }

  private static void invalidSession(String email, String session, String code) {
    assertThatThrownBy(() -> pool.answer(email, session, code))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Invalid session for the user.");
  }

  @Test
  void refusesAnAnswerWithoutTheSecretHash() {
    var app = enableMfa();
    var session = pool.challenge(email).session();

    assertThatThrownBy(
            () ->
                pool.aws.respondToAuthChallenge(
                    request ->
                        request
                            .clientId(pool.clientId())
                            .challengeName("SOFTWARE_TOKEN_MFA")
                            .session(session)
                            .challengeResponses(
                                Map.of("USERNAME", email, "SOFTWARE_TOKEN_MFA_CODE", app.code()))))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("SECRET_HASH was not received");
  }

  @Test
  void guessingCodesLocksOutAcrossSessions() {
    var app = enableMfa();
    for (int i = 0; i < 8; i++) {
      CLOCK.forward(Duration.ofSeconds(10));
      guessWrong(pool.challenge(email).session(), app);
    }
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, app.code()))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("attempts exceeded");
    CLOCK.forward(Duration.ofSeconds(10));
    assertThat(pool.answer(email, session, app.code()).accessToken()).isNotEmpty();
  }

  private void guessWrong(String session, Authenticator app) {
    assertThatThrownBy(() -> pool.answer(email, session, app.wrongCode()))
        .isInstanceOf(CodeMismatchException.class);
  }

  @Test
  void aSessionAllowsFiveGuesses() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    for (int i = 0; i < 5; i++) {
      guessWrong(session, app);
    }
    CLOCK.forward(Duration.ofSeconds(10));

    assertThatThrownBy(() -> pool.answer(email, session, app.code()))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("session is expired");
  }

  @Test
  void signingOutEverywhereEndsChallenges() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    pool.aws.globalSignOut(request -> request.accessToken(token));

    invalidSession(email, session, app.code());
  }

  @Test
  void disablingEndsChallenges() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    pool.aws.adminDisableUser(request -> request.userPoolId(pool.poolId()).username(email));

    invalidSession(email, session, app.code());
  }

  @Test
  void anAuthenticatorStaysUntilAnotherIsVerified() {
    var old = enableMfa();
    pool.associate(token);

    var session = pool.challenge(email).session();

    assertThat(pool.answer(email, session, old.code()).accessToken()).isNotEmpty();
  }

  @Test
  void anotherAuthenticatorTakesTheOldOnesPlace() {
    var old = enableMfa();
    var next = new Authenticator(pool.associate(token), CLOCK);
    pool.verify(token, next.code());
    CLOCK.forward(STEP);
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.answer(email, session, old.code()))
        .isInstanceOf(CodeMismatchException.class);
    assertThat(pool.answer(email, session, next.code()).accessToken()).isNotEmpty();
  }

  @Test
  void aChallengesSessionCannotReplaceTheAuthenticator() {
    enableMfa();
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> pool.aws.associateSoftwareToken(r -> r.session(session)))
        .isInstanceOf(NotAuthorizedException.class);
    assertThatThrownBy(
            () -> pool.aws.verifySoftwareToken(r -> r.session(session).userCode("123456")))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void turnsMfaOff() {
    enableMfa();
    pool.prefer(token, false);

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
  }

  @Test
  void administratorsTurnMfaOff() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    pool.aws.adminSetUserMFAPreference(
        request ->
            request
                .userPoolId(pool.poolId())
                .username(email)
                .softwareTokenMfaSettings(settings -> settings.enabled(false)));

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
    assertThatThrownBy(() -> pool.answer(email, session, app.code()))
        .isInstanceOf(SoftwareTokenMfaNotFoundException.class);
  }

  @Test
  void offersNoOtherFactor() {
    assertThatThrownBy(
            () ->
                pool.aws.setUserMFAPreference(
                    r -> r.accessToken(token).smsMfaSettings(sms -> sms.enabled(true))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void forgetsTheAuthenticatorOfADeletedUser() {
    enableMfa();
    pool.aws.adminDeleteUser(request -> request.userPoolId(pool.poolId()).username(email));
    pool.newUser(email);

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
  }

  /** Past the step whose code was spent on it. */
  private Authenticator enableMfa() {
    var app = pool.enableMfa(token, CLOCK);
    CLOCK.forward(STEP);
    return app;
  }
}
