package io.albumen.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;

class MfaTest extends MfaFixture {
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
}
