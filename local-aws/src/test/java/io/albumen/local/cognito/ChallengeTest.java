package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.PASSWORD;
import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** The step between the password and the tokens, and ways to get around it. */
class ChallengeTest extends MfaFixture {
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
  void skippingTheCodeGivesNoTokens() {
    enableMfa();

    assertThat(pool.challenge(email).authenticationResult()).isNull();
  }

  @Test
  void aNewPasswordEndsChallenges() {
    var app = enableMfa();
    var session = pool.challenge(email).session();
    pool.aws.changePassword(
        r -> r.accessToken(token).previousPassword(PASSWORD).proposedPassword("Battery-Staple-8"));

    invalidSession(email, session, app.code());
  }

  @Test
  void refusesAnswersToChallengesNeverAsked() {
    var app = enableMfa();
    var session = pool.challenge(email).session();

    assertThatThrownBy(
            () -> respond("NEW_PASSWORD_REQUIRED", session, Map.of("NEW_PASSWORD", "Any-Pass-1")))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(pool.answer(email, session, app.code()).accessToken()).isNotEmpty();
  }

  @Test
  void refusesAnAnswerWithoutACode() {
    enableMfa();
    var session = pool.challenge(email).session();

    assertThatThrownBy(() -> respond("SOFTWARE_TOKEN_MFA", session, Map.of()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Missing required parameter");
  }

  private void respond(String challenge, String session, Map<String, String> answers) {
    var responses = new HashMap<>(Map.of("USERNAME", email, "SECRET_HASH", pool.hash(email)));
    responses.putAll(answers);
    pool.aws.respondToAuthChallenge(
        request ->
            request
                .clientId(pool.clientId())
                .challengeName(challenge)
                .session(session)
                .challengeResponses(responses));
  }
}
