package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.PASSWORD;
import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.StackContext.Credentials;
import io.albumen.local.faces.Faces;
import io.albumen.local.mailbox.MailboxPart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class AccountTest {
  private static final String NEW_PASSWORD = "Battery-Staple-8";
  private static final TestClock CLOCK = new TestClock();
  private static Faces faces;
  private static PoolClient pool;
  private final String email = newAddress();

  @BeforeAll
  static void start(@TempDir Path directory) {
    faces = Faces.in(directory).start(new MailboxPart(), new CognitoPart(CLOCK));
    pool = new PoolClient(faces);
  }

  @AfterAll
  static void stop() {
    faces.close();
  }

  @AfterEach
  void resetClock() {
    CLOCK.reset();
  }

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
    forgot(email);
    reset(email, faces.inbox().codeFor(email));

    assertThat(pool.signIn(email, NEW_PASSWORD).accessToken()).isNotEmpty();
  }

  @Test
  void takesAResetCodeOnce() {
    pool.newUser(email);
    forgot(email);
    var code = faces.inbox().codeFor(email);
    reset(email, code);

    assertThatThrownBy(() -> reset(email, code))
        .isInstanceOf(CognitoIdentityProviderException.class)
        .hasMessageContaining("please request a code again");
  }

  @Test
  void hidesWhetherAForgetfulUserExists() {
    forgot(email);

    assertThat(faces.inbox().mailsTo(email).path("messages_count").asInt()).isZero();
    assertThatThrownBy(() -> reset(email, "123456")).isInstanceOf(CodeMismatchException.class);
  }

  @Test
  void treatsAnUnknownUserLikeAWrongPassword() {
    assertThatThrownBy(() -> pool.signIn(email))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Incorrect username or password.");
  }

  @Test
  void locksOutAfterFiveWrongPasswords() {
    pool.newUser(email);
    guessWrong(5);

    assertThatThrownBy(() -> pool.signIn(email))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("Password attempts exceeded");
  }

  @Test
  void lockOutEndsAndDoubles() {
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
  void disablingEndsSignInsAndKeepsOut() {
    pool.newUser(email);
    var tokens = pool.signIn(email);
    pool.aws.adminDisableUser(request -> request.userPoolId(pool.poolId()).username(email));

    assertThatThrownBy(() -> pool.getUser(tokens.accessToken()))
        .isInstanceOf(NotAuthorizedException.class);
    assertThatThrownBy(() -> pool.signIn(email))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("User is disabled");
  }

  @Test
  void enablingLetsInAgain() {
    pool.newUser(email);
    pool.aws.adminDisableUser(request -> request.userPoolId(pool.poolId()).username(email));
    pool.aws.adminEnableUser(request -> request.userPoolId(pool.poolId()).username(email));

    assertThat(pool.signIn(email).accessToken()).isNotEmpty();
  }

  @Test
  void putsUsersIntoGroups() {
    pool.newUser(email);
    pool.aws.adminAddUserToGroup(
        request -> request.userPoolId(pool.poolId()).username(email).groupName("moderator"));

    assertThat(groups()).containsExactly("moderator");
    assertThat(payload(pool.signIn(email).accessToken()))
        .contains("\"cognito:groups\":[\"moderator\"]");
  }

  @Test
  void takesUsersOutOfGroups() {
    pool.newUser(email);
    pool.aws.adminAddUserToGroup(
        request -> request.userPoolId(pool.poolId()).username(email).groupName("admin"));
    pool.aws.adminRemoveUserFromGroup(
        request -> request.userPoolId(pool.poolId()).username(email).groupName("admin"));

    assertThat(groups()).isEmpty();
  }

  @Test
  void knowsOnlyTheFleetsGroups() {
    pool.newUser(email);

    assertThatThrownBy(
            () ->
                pool.aws.adminAddUserToGroup(
                    request -> request.userPoolId(pool.poolId()).username(email).groupName("root")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void administratorsSignAUserOutEverywhere() {
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();
    pool.aws.adminUserGlobalSignOut(request -> request.userPoolId(pool.poolId()).username(email));

    assertThatThrownBy(() -> pool.getUser(token)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void administratorsSeeAUsersState() {
    var sub = pool.signUp(email);

    var user = pool.aws.adminGetUser(r -> r.userPoolId(pool.poolId()).username(email));

    assertThat(user.username()).isEqualTo(sub);
    assertThat(user.userStatusAsString()).isEqualTo("UNCONFIRMED");
    assertThat(user.enabled()).isTrue();
    assertThat(user.userCreateDate()).isNotNull();
  }

  @Test
  void administratorsLearnThatAUserIsAbsent() {
    assertThatThrownBy(
            () -> pool.aws.adminGetUser(r -> r.userPoolId(pool.poolId()).username(email)))
        .isInstanceOf(UserNotFoundException.class);
  }

  @Test
  void findsUsersByAddress() {
    var sub = pool.signUp(email);

    var found =
        pool.aws.listUsers(
            r -> r.userPoolId(pool.poolId()).filter("email = \"%s\"".formatted(email)));

    assertThat(found.users()).extracting(user -> user.username()).containsExactly(sub);
  }

  @Test
  void listsUsersByPages() {
    pool.signUp(newAddress());
    pool.signUp(newAddress());

    var pages =
        pool.aws.listUsersPaginator(r -> r.userPoolId(pool.poolId()).limit(1)).users().stream();

    assertThat(pages.map(user -> user.username()).distinct().count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void deletingOneselfFreesTheAddress() {
    pool.newUser(email);
    var token = pool.signIn(email).accessToken();
    pool.aws.deleteUser(request -> request.accessToken(token));

    assertThat(pool.signUp(email)).isNotEmpty();
    assertThatThrownBy(() -> pool.getUser(token)).isInstanceOf(UserNotFoundException.class);
  }

  @Test
  void refusesAdministrationWithAForeignKey() {
    var stranger =
        faces.client(
            "cognito",
            CognitoIdentityProviderClient.builder(),
            new Credentials("AKIDSTRANGER", "a-secret"));

    assertThatThrownBy(() -> stranger.listUsers(r -> r.userPoolId(pool.poolId())))
        .satisfies(e -> assertThat(code(e)).isEqualTo("UnrecognizedClientException"));
  }

  @Test
  void refusesAdministrationWithAWrongSecret() {
    var thief =
        faces.client(
            "cognito",
            CognitoIdentityProviderClient.builder(),
            new Credentials(Faces.KEY.accessKeyId(), "guessed"));

    assertThatThrownBy(() -> thief.listUsers(r -> r.userPoolId(pool.poolId())))
        .satisfies(e -> assertThat(code(e)).isEqualTo("InvalidSignatureException"));
  }

  @Test
  void namesOperationsItLacks() {
    assertThatThrownBy(() -> pool.aws.listGroups(r -> r.userPoolId(pool.poolId())))
        .satisfies(e -> assertThat(code(e)).isEqualTo("UnknownOperationException"));
  }

  private static String code(Throwable failure) {
    return ((CognitoIdentityProviderException) failure).awsErrorDetails().errorCode();
  }

  private static Map<String, String> attributes(String token) {
    return pool.aws.getUser(request -> request.accessToken(token)).userAttributes().stream()
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }

  private List<String> groups() {
    return pool
        .aws
        .adminListGroupsForUser(request -> request.userPoolId(pool.poolId()).username(email))
        .groups()
        .stream()
        .map(group -> group.groupName())
        .toList();
  }

  private static String payload(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
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

  private static void forgot(String email) {
    pool.aws.forgotPassword(
        request -> request.clientId(pool.clientId()).secretHash(pool.hash(email)).username(email));
  }

  private static void reset(String email, String code) {
    pool.aws.confirmForgotPassword(
        request ->
            request
                .clientId(pool.clientId())
                .secretHash(pool.hash(email))
                .username(email)
                .confirmationCode(code)
                .password(NEW_PASSWORD));
  }

  private void guessWrong(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> pool.signIn(email, "Wrong-Guess-1"))
          .hasMessageContaining("Incorrect username or password.");
    }
  }
}
