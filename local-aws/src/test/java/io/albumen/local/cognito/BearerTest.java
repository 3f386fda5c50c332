package io.albumen.local.cognito;

import static io.albumen.local.cognito.PoolClient.PASSWORD;
import static io.albumen.local.cognito.PoolClient.newAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** Every operation that an access token allows, with tokens that allow nothing. */
class BearerTest extends PoolFixture {
  private static final Map<String, Consumer<String>> OPERATIONS =
      Map.of(
          "GetUser",
          token -> pool.getUser(token),
          "UpdateUserAttributes",
          token ->
              pool.aws.updateUserAttributes(
                  r ->
                      r.accessToken(token)
                          .userAttributes(
                              AttributeType.builder().name("name").value("Mallory").build())),
          "GetUserAttributeVerificationCode",
          token ->
              pool.aws.getUserAttributeVerificationCode(
                  r -> r.accessToken(token).attributeName("email")),
          "VerifyUserAttribute",
          token ->
              pool.aws.verifyUserAttribute(
                  r -> r.accessToken(token).attributeName("email").code("123456")),
          "ChangePassword",
          token ->
              pool.aws.changePassword(
                  r ->
                      r.accessToken(token)
                          .previousPassword(PASSWORD)
                          .proposedPassword("Mallory-Was-Here-1")),
          "DeleteUser",
          token -> pool.aws.deleteUser(r -> r.accessToken(token)),
          "GlobalSignOut",
          token -> pool.aws.globalSignOut(r -> r.accessToken(token)),
          "AssociateSoftwareToken",
          token -> pool.associate(token),
          "VerifySoftwareToken",
          token -> pool.verify(token, "123456"),
          "SetUserMFAPreference",
          token -> pool.prefer(token, true));

  private final String email = newAddress();
  private AuthenticationResultType tokens;

  @BeforeEach
  void signIn() {
    pool.newUser(email);
    tokens = pool.signIn(email);
  }

  @Test
  void refusesIdTokens() {
    refusedByAll(tokens.idToken(), "Invalid Access Token");
  }

  @Test
  void refusesForgedTokens() {
    var token = tokens.accessToken();
    var flipped = token.endsWith("AAAA") ? "BBBB" : "AAAA";

    refusedByAll(token.substring(0, token.length() - 4) + flipped, "Could not verify signature");
  }

  @Test
  void refusesExpiredTokens() {
    CLOCK.forward(Duration.ofMinutes(6));

    refusedByAll(tokens.accessToken(), "Access Token has expired");
  }

  @Test
  void refusesTokensOfAnEndedSignIn() {
    pool.aws.revokeToken(
        r ->
            r.token(tokens.refreshToken())
                .clientId(pool.clientId())
                .clientSecret(pool.clientSecret()));

    refusedByAll(tokens.accessToken(), "Access Token has been revoked");
  }

  @Test
  void refusesTokensAfterAnAdministratorsSignOut() {
    pool.aws.adminUserGlobalSignOut(r -> r.userPoolId(pool.poolId()).username(email));

    refusedByAll(tokens.accessToken(), "Access Token has been revoked");
  }

  @Test
  void refusesTokensOfDisabledUsersEvenAfterTheyAreEnabledAgain() {
    pool.aws.adminDisableUser(r -> r.userPoolId(pool.poolId()).username(email));
    pool.aws.adminEnableUser(r -> r.userPoolId(pool.poolId()).username(email));

    refusedByAll(tokens.accessToken(), "Access Token has been revoked");
  }

  @Test
  void refusesRefreshTokens() {
    refusedByAll(tokens.refreshToken(), "");
  }

  @Test
  void refusesWhatIsNoToken() {
    refusedByAll("not.a.token", "");
  }

  /** And the user is as before. */
  private void refusedByAll(String token, String reason) {
    assertThat(OPERATIONS)
        .allSatisfy(
            (name, operation) ->
                assertThatThrownBy(() -> operation.accept(token))
                    .isInstanceOf(NotAuthorizedException.class)
                    .hasMessageContaining(reason));
    CLOCK.reset();
    assertThat(attribute("name")).isEqualTo("Ada");
  }

  private String attribute(String name) {
    var token = pool.signIn(email).accessToken();
    return pool.aws.getUser(r -> r.accessToken(token)).userAttributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(AttributeType::value)
        .findFirst()
        .orElse("");
  }
}
