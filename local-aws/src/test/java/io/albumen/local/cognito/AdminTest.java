package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.StackContext.Credentials;
import io.albumen.local.faces.Faces;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class AdminTest extends PoolFixture {
  private final String email = newAddress();

  /** Every operation on one user, by its name, with the pool it is to be done in. */
  private static Map<String, BiConsumer<String, String>> operations(
      CognitoIdentityProviderClient aws) {
    return Map.of(
        "AdminGetUser",
        (in, who) -> aws.adminGetUser(r -> r.userPoolId(in).username(who)),
        "AdminDisableUser",
        (in, who) -> aws.adminDisableUser(r -> r.userPoolId(in).username(who)),
        "AdminEnableUser",
        (in, who) -> aws.adminEnableUser(r -> r.userPoolId(in).username(who)),
        "AdminDeleteUser",
        (in, who) -> aws.adminDeleteUser(r -> r.userPoolId(in).username(who)),
        "AdminUserGlobalSignOut",
        (in, who) -> aws.adminUserGlobalSignOut(r -> r.userPoolId(in).username(who)),
        "AdminListGroupsForUser",
        (in, who) -> aws.adminListGroupsForUser(r -> r.userPoolId(in).username(who)),
        "AdminAddUserToGroup",
        (in, who) ->
            aws.adminAddUserToGroup(r -> r.userPoolId(in).username(who).groupName("admin")),
        "AdminRemoveUserFromGroup",
        (in, who) ->
            aws.adminRemoveUserFromGroup(r -> r.userPoolId(in).username(who).groupName("admin")),
        "AdminSetUserMFAPreference",
        (in, who) ->
            aws.adminSetUserMFAPreference(
                r ->
                    r.userPoolId(in)
                        .username(who)
                        .softwareTokenMfaSettings(mfa -> mfa.enabled(false))));
  }

  @Test
  void refusesEveryOperationOnAnAbsentUser() {
    assertThat(operations(pool.aws))
        .allSatisfy(
            (name, operation) ->
                assertThatThrownBy(() -> operation.accept(pool.poolId(), email))
                    .isInstanceOf(UserNotFoundException.class)
                    .hasMessageContaining("User does not exist."));
  }

  @Test
  void refusesEveryOperationInAnotherPool() {
    pool.signUp(email);

    assertThat(operations(pool.aws))
        .allSatisfy(
            (name, operation) ->
                assertThatThrownBy(() -> operation.accept("eu-west-1_another01", email))
                    .isInstanceOf(ResourceNotFoundException.class));
    assertThat(status()).isEqualTo("UNCONFIRMED");
  }

  @Test
  void refusesEveryOperationWithAWrongSecret() {
    pool.signUp(email);
    var thief =
        faces.client(
            "cognito",
            CognitoIdentityProviderClient.builder(),
            new Credentials(Faces.KEY.accessKeyId(), "guessed"));

    assertThat(operations(thief))
        .allSatisfy(
            (name, operation) ->
                assertThatThrownBy(() -> operation.accept(pool.poolId(), email))
                    .satisfies(e -> assertThat(code(e)).isEqualTo("InvalidSignatureException")));
    assertThat(status()).isEqualTo("UNCONFIRMED");
  }

  @Test
  void refusesUnsignedAdministration() throws Exception {
    var request =
        HttpRequest.newBuilder(faces.endpoint("cognito"))
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService.ListUsers")
            .POST(BodyPublishers.ofString("{\"UserPoolId\":\"%s\"}".formatted(pool.poolId())))
            .build();

    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("MissingAuthenticationToken").doesNotContain("Users");
  }

  private String status() {
    return pool.aws
        .adminGetUser(r -> r.userPoolId(pool.poolId()).username(email))
        .userStatusAsString();
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
  void namesOperationsItLacks() {
    assertThatThrownBy(() -> pool.aws.listGroups(r -> r.userPoolId(pool.poolId())))
        .satisfies(e -> assertThat(code(e)).isEqualTo("UnknownOperationException"));
  }

  private static String code(Throwable failure) {
    return ((CognitoIdentityProviderException) failure).awsErrorDetails().errorCode();
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
}
