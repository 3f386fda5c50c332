package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.PASSWORD;
import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class AccountTest extends PoolFixture {
  private static final String NEW_PASSWORD = "Battery-Staple-8";
  private final String email = newAddress();

  @Test
  void showsAUserItsAttributes() {
    var sub = pool.newUser(email);

    assertThat(attributes(pool.signIn(email).accessToken()))
        .containsEntry("sub", sub)
        .containsEntry("email", email)
        .containsEntry("email_verified", "true")
        .containsEntry("name", "Ada");
  }

  @Test
  void changesAttributes() {
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();
    update(token, "name", "Ada Lovelace");

    assertThat(attributes(token)).containsEntry("name", "Ada Lovelace");
  }

  @Test
  void changesTheAddressOnlyOnceItsCodeIsGiven() {
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();
    var wanted = newAddress();
    update(token, "email", wanted);
    assertThat(attributes(token)).containsEntry("email", email);

    pool.aws.verifyUserAttribute(
        request ->
            request.accessToken(token).attributeName("email").code(faces.inbox().codeFor(wanted)));

    assertThat(attributes(token)).containsEntry("email", wanted);
    assertThat(pool.signIn(wanted).accessToken()).isNotEmpty();
    assertThatThrownBy(() -> pool.signIn(email)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void refusesTheAddressOfAnother() {
    var other = newAddress();
    pool.newUser(other);
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();

    assertThatThrownBy(() -> update(token, "email", other))
        .isInstanceOf(AliasExistsException.class);
  }

  @Test
  void changesThePasswordByTheOldOne() {
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();
    changePassword(token, PASSWORD);

    assertThat(pool.signIn(email, NEW_PASSWORD).accessToken()).isNotEmpty();
    assertThatThrownBy(() -> pool.signIn(email)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void refusesToChangeThePasswordByAWrongOne() {
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();

    assertThatThrownBy(() -> changePassword(token, "Wrong-Old-1"))
        .isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void resetsAForgottenPasswordByMail() {
    pool.newUser(email);
    pool.forgot(email);
    pool.reset(email, faces.inbox().codeFor(email), NEW_PASSWORD);

    assertThat(pool.signIn(email, NEW_PASSWORD).accessToken()).isNotEmpty();
  }

  @Test
  void takesAResetCodeOnce() {
    pool.newUser(email);
    pool.forgot(email);
    var code = faces.inbox().codeFor(email);
    pool.reset(email, code, NEW_PASSWORD);

    assertThatThrownBy(() -> pool.reset(email, code, NEW_PASSWORD))
        .isInstanceOf(CognitoIdentityProviderException.class)
        .hasMessageContaining("please request a code again");
  }

  @Test
  void hidesWhetherAForgetfulUserExists() {
    pool.forgot(email);

    assertThat(faces.inbox().mailsTo(email).path("messages_count").asInt()).isZero();
    assertThatThrownBy(() -> pool.reset(email, "123456", NEW_PASSWORD))
        .isInstanceOf(CodeMismatchException.class);
  }

  @Test
  void treatsAnUnknownUserLikeAWrongPassword() {
    assertThatThrownBy(() -> pool.signIn(email))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Incorrect username or password.");
  }

  @Test
  void locksOutAfterFiveWrongPasswords() {
    CLOCK.freeze();
    pool.newUser(email);
    guessWrong(5);

    assertThatThrownBy(() -> pool.signIn(email))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Password attempts exceeded");
  }

  @Test
  void lockOutEndsAndDoubles() {
    CLOCK.freeze();
    pool.newUser(email);
    guessWrong(5);
    CLOCK.forward(Duration.ofMillis(1_100));
    guessWrong(1);
    CLOCK.forward(Duration.ofMillis(1_100));
    assertThatThrownBy(() -> pool.signIn(email)).hasMessageContaining("attempts exceeded");
    CLOCK.forward(Duration.ofSeconds(1));

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
  }

  @Test
  void deletingOneselfFreesTheAddress() {
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();
    pool.aws.deleteUser(request -> request.accessToken(token));

    assertThat(pool.signUp(email)).isNotEmpty();
    assertThatThrownBy(() -> pool.getUser(token)).isInstanceOf(UserNotFoundException.class);
  }

  private static Map<String, String> attributes(String token) {
    return pool.aws.getUser(request -> request.accessToken(token)).userAttributes().stream()
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }

  private static void update(String token, String name, String value) {
    pool.aws.updateUserAttributes(
        request ->
            request
                .accessToken(token)
                .userAttributes(AttributeType.builder().name(name).value(value).build()));
  }

  private static void changePassword(String token, String old) {
    pool.aws.changePassword(
        request -> request.accessToken(token).previousPassword(old).proposedPassword(NEW_PASSWORD));
  }

  private void guessWrong(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> pool.signIn(email, "Wrong-Guess-1"))
          .hasMessageContaining("Incorrect username or password.");
    }
  }
}
