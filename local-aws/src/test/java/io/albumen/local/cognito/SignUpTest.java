package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.PASSWORD;
import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

class SignUpTest extends PoolFixture {

  @Test
  void namesTheUserByARandomUuid() {
    assertThat(UUID.fromString(pool.signUp(newAddress())).version()).isEqualTo(4);
  }

  @Test
  void mailsTheCodeAsCognitoDoes() {
    var email = newAddress();
    pool.signUp(email);

    var mail = faces.inbox().newestTo(email);

    assertThat(mail.path("From").path("Address").asText())
        .isEqualTo("no-reply@verificationemail.com");
    assertThat(mail.path("Subject").asText()).isEqualTo("Your verification code");
    assertThat(mail.path("Text").asText()).matches("Your confirmation code is \\d{6}");
  }

  @Test
  void letsAConfirmedUserIn() {
    var email = newAddress();
    pool.newUser(email);

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
  }

  @Test
  void keepsAnUnconfirmedUserOut() {
    var email = newAddress();
    pool.signUp(email);

    assertThatThrownBy(() -> pool.signIn(email)).isInstanceOf(UserNotConfirmedException.class);
  }

  @Test
  void takesAnAddressOnceWhateverItsCase() {
    var email = newAddress();
    pool.signUp(email);

    assertThatThrownBy(() -> pool.signUp(email.toUpperCase(Locale.ROOT)))
        .isInstanceOf(UsernameExistsException.class);
  }

  @Test
  void refusesAWrongCode() {
    var email = newAddress();
    pool.signUp(email);

    assertThatThrownBy(() -> pool.confirm(email, wrong(faces.inbox().codeFor(email))))
        .isInstanceOf(CodeMismatchException.class);
  }

  @Test
  void refusesEvenTheRightCodeAfterFiveWrongOnes() {
    var email = newAddress();
    pool.signUp(email);
    var code = faces.inbox().codeFor(email);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> pool.confirm(email, wrong(code)))
          .isInstanceOf(CodeMismatchException.class);
    }

    assertThatThrownBy(() -> pool.confirm(email, code)).isInstanceOf(LimitExceededException.class);
  }

  @Test
  void refusesACodeAfterADay() {
    var email = newAddress();
    pool.signUp(email);
    CLOCK.forward(Duration.ofHours(25));

    assertThatThrownBy(() -> pool.confirm(email, faces.inbox().codeFor(email)))
        .isInstanceOf(ExpiredCodeException.class);
  }

  @Test
  void takesOnlyTheNewestCode() {
    var email = newAddress();
    pool.signUp(email);
    pool.resend(email);

    pool.confirm(email, faces.inbox().codeFor(email));

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
  }

  @Test
  void sendsNoMoreThanFiveCodesAnHour() {
    var email = newAddress();
    pool.signUp(email);
    for (int i = 0; i < 4; i++) {
      pool.resend(email);
    }

    assertThatThrownBy(() -> pool.resend(email)).isInstanceOf(LimitExceededException.class);
  }

  @Test
  void confirmsOnce() {
    var email = newAddress();
    pool.newUser(email);

    assertThatThrownBy(() -> pool.confirm(email, "123456"))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Current status is CONFIRMED");
  }

  @Test
  void treatsAnUnknownUserLikeAWrongCode() {
    assertThatThrownBy(() -> pool.confirm(newAddress(), "123456"))
        .isInstanceOf(CodeMismatchException.class);
  }

  @Test
  void answersResendForAnUnknownUserWithoutAMail() {
    var email = newAddress();

    pool.resend(email);

    assertThat(faces.inbox().mailsTo(email).path("messages_count").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Ab1!,Password not long enough",
    "ALLUPPER1!,lowercase",
    "alllower1!,uppercase",
    "NoDigits!!,numeric",
    "NoSymbols11,symbol"
  })
  void refusesPasswordsBelowThePolicy(String password, String reason) {
    assertThatThrownBy(() -> pool.signUp(newAddress(), password))
        .isInstanceOf(InvalidPasswordException.class)
        .hasMessageContaining("Password did not conform with policy")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "ada@", "@example.com", "ada@@example.com", "a b@example.com"})
  void refusesNamesThatAreNoAddress(String name) {
    assertThatThrownBy(() -> pool.signUp(name)).isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesAttributesOutsideTheSchema() {
    var email = newAddress();

    assertThatThrownBy(() -> signUpWith(email, "custom:role", "admin"))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesToLetAClientCallItsAddressVerified() {
    var email = newAddress();

    assertThatThrownBy(() -> signUpWith(email, "email_verified", "true"))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void refusesAWrongSecretHash() {
    var email = newAddress();

    assertThatThrownBy(
            () ->
                pool.aws.signUp(
                    request ->
                        request
                            .clientId(pool.clientId())
                            .secretHash(pool.hash("someone@else"))
                            .username(email)
                            .password(PASSWORD)))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Unable to verify secret hash");
  }

  @Test
  void refusesAMissingSecretHash() {
    assertThatThrownBy(
            () ->
                pool.aws.signUp(
                    request ->
                        request
                            .clientId(pool.clientId())
                            .username(newAddress())
                            .password(PASSWORD)))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("SECRET_HASH was not received");
  }

  @Test
  void refusesAForeignClient() {
    assertThatThrownBy(
            () ->
                pool.aws.signUp(
                    request ->
                        request
                            .clientId("another-client")
                            .secretHash("AAAA")
                            .username(newAddress())
                            .password(PASSWORD)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private static void signUpWith(String email, String name, String value) {
    pool.aws.signUp(
        request ->
            request
                .clientId(pool.clientId())
                .secretHash(pool.hash(email))
                .username(email)
                .password(PASSWORD)
                .userAttributes(AttributeType.builder().name(name).value(value).build()));
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }
}
