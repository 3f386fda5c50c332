package io.albumen.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.TestConfig;
import io.albumen.auth.pool.UserPool.ConfirmResult;
import io.albumen.auth.pool.UserPool.SignUpResult;
import io.albumen.auth.runtime.CognitoConfig;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmSignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmSignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InternalErrorException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResendConfirmationCodeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResendConfirmationCodeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RevokeTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyFailedAttemptsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** How Cognito's answers become ours; what it really answers is tested on the embedded stack. */
class CognitoUserPoolTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Password PASSWORD = new Password("Correct-horse-7");
  private static final NewUser NEW_USER = new NewUser(ADA, PASSWORD, Profile.of("Ada", null, null));

  private static final CognitoConfig CONFIG =
      TestConfig.of(
          CognitoConfig.class,
          Map.of(
              "albumen.cognito.user-pool-id", "pool",
              "albumen.cognito.client-id", "client",
              "albumen.cognito.client-secret", "secret"));

  static Stream<Arguments> confirmations() {
    return Stream.of(
        Arguments.of(CodeMismatchException.builder().build(), ConfirmResult.MISMATCH),
        Arguments.of(UserNotFoundException.builder().build(), ConfirmResult.MISMATCH),
        Arguments.of(ExpiredCodeException.builder().build(), ConfirmResult.EXPIRED),
        Arguments.of(LimitExceededException.builder().build(), ConfirmResult.TOO_MANY_ATTEMPTS),
        Arguments.of(
            TooManyFailedAttemptsException.builder().build(), ConfirmResult.TOO_MANY_ATTEMPTS),
        Arguments.of(AliasExistsException.builder().build(), ConfirmResult.ADDRESS_TAKEN),
        Arguments.of(
            NotAuthorizedException.builder()
                .message("User cannot be confirmed. Current status is CONFIRMED")
                .build(),
            ConfirmResult.ALREADY_CONFIRMED));
  }

  @ParameterizedTest
  @MethodSource("confirmations")
  void tellsWhatCameOfACode(AwsServiceException failure, ConfirmResult result) {
    assertThat(poolFailingWith(failure).confirm(ADA, "123456")).isEqualTo(result);
  }

  static Stream<Arguments> signIns() {
    return Stream.of(
        Arguments.of(NotAuthorizedException.builder().build(), PoolException.BadCredentials.class),
        Arguments.of(
            NotAuthorizedException.builder().message("Password attempts exceeded").build(),
            PoolException.BadCredentials.class),
        Arguments.of(
            NotAuthorizedException.builder().message("User is disabled.").build(),
            PoolException.Disabled.class),
        Arguments.of(UserNotFoundException.builder().build(), PoolException.BadCredentials.class),
        Arguments.of(UserNotConfirmedException.builder().build(), PoolException.NotConfirmed.class),
        Arguments.of(
            PasswordResetRequiredException.builder().build(),
            PoolException.PasswordResetRequired.class),
        Arguments.of(LimitExceededException.builder().build(), PoolException.LimitExceeded.class));
  }

  @ParameterizedTest
  @MethodSource("signIns")
  void tellsWhyASignInFailed(AwsServiceException failure, Class<?> expected) {
    var pool = poolFailingWith(failure);

    assertThatThrownBy(() -> pool.signIn(ADA, PASSWORD)).isInstanceOf(expected);
  }

  static Stream<Arguments> challenges() {
    return Stream.of(
        Arguments.of(CodeMismatchException.builder().build(), PoolException.WrongCode.class),
        Arguments.of(
            ExpiredCodeException.builder()
                .message("Your software token has already been used once.")
                .build(),
            PoolException.WrongCode.class),
        Arguments.of(
            NotAuthorizedException.builder().message("Invalid session for the user.").build(),
            PoolException.ChallengeEnded.class),
        Arguments.of(UserNotFoundException.builder().build(), PoolException.ChallengeEnded.class),
        Arguments.of(
            InvalidParameterException.builder().build(), PoolException.ChallengeEnded.class),
        Arguments.of(
            NotAuthorizedException.builder().message("Password attempts exceeded").build(),
            PoolException.LimitExceeded.class));
  }

  @ParameterizedTest
  @MethodSource("challenges")
  void tellsWhyAChallengeFailed(AwsServiceException failure, Class<?> expected) {
    var pool = poolFailingWith(failure);

    assertThatThrownBy(() -> pool.answerChallenge(ADA, "session", "123456")).isInstanceOf(expected);
  }

  static Stream<RuntimeException> outages() {
    return Stream.of(
        InternalErrorException.builder().build(),
        CognitoIdentityProviderException.builder().statusCode(503).build(),
        SdkClientException.create("connection refused"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void isUnavailableForAWhileWhenCognitoIs(RuntimeException failure) {
    var pool = poolFailingWith(failure);

    assertThatThrownBy(() -> pool.signIn(ADA, PASSWORD))
        .isInstanceOfSatisfying(
            PoolException.Unavailable.class,
            unavailable -> assertThat(unavailable.retryAfter()).isPresent());
  }

  @Test
  void hasDoneNothingWhenCognitoIsBusy() {
    var pool = poolFailingWith(TooManyRequestsException.builder().build());

    assertThatThrownBy(() -> pool.signIn(ADA, PASSWORD))
        .isInstanceOfSatisfying(
            PoolException.Busy.class, busy -> assertThat(busy.retryAfter()).isPresent());
  }

  @Test
  void blamesItselfForAWrongClientSecret() {
    var pool =
        poolFailingWith(
            NotAuthorizedException.builder()
                .message("Unable to verify secret hash for client client")
                .build());

    assertThatThrownBy(() -> pool.signIn(ADA, PASSWORD)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void knowsAnAddressThatHasAnAccount() {
    var pool = poolFailingWith(UsernameExistsException.builder().build());

    assertThat(pool.signUp(NEW_USER)).isEqualTo(SignUpResult.KNOWN);
  }

  @Test
  void hasMadeAnAccountEvenIfTheMailFailed() {
    var pool = poolFailingWith(CodeDeliveryFailureException.builder().build());

    assertThat(pool.signUp(NEW_USER)).isEqualTo(SignUpResult.CREATED);
  }

  @Test
  void refusesAPasswordThatThePoolRefuses() {
    var pool = poolFailingWith(InvalidPasswordException.builder().build());

    assertThatThrownBy(() -> pool.signUp(NEW_USER)).isInstanceOf(PoolException.WeakPassword.class);
  }

  static Stream<AwsServiceException> silences() {
    return Stream.of(
        UserNotFoundException.builder().build(),
        InvalidParameterException.builder().message("User is already confirmed.").build(),
        LimitExceededException.builder().build());
  }

  @ParameterizedTest
  @MethodSource("silences")
  void keepsSilentAboutWhoAwaitsACode(AwsServiceException failure) {
    var pool = poolFailingWith(failure);

    assertThatCode(() -> pool.resendCode(ADA)).doesNotThrowAnyException();
  }

  static Stream<AwsServiceException> endedSessions() {
    return Stream.of(
        NotAuthorizedException.builder().build(),
        RefreshTokenReuseException.builder().build(),
        InvalidParameterException.builder().build());
  }

  @ParameterizedTest
  @MethodSource("endedSessions")
  void tellsThatASessionHasEnded(AwsServiceException failure) {
    var pool = poolFailingWith(failure);

    assertThatThrownBy(() -> pool.refresh("token")).isInstanceOf(PoolException.SessionEnded.class);
  }

  @Test
  void revokesWhatIsRevokedAlready() {
    var pool = poolFailingWith(UnauthorizedException.builder().build());

    assertThatCode(() -> pool.revoke("token")).doesNotThrowAnyException();
  }

  @Test
  void findsNobodyByAnUnknownAddress() {
    assertThat(poolFailingWith(UserNotFoundException.builder().build()).find(ADA)).isEmpty();
  }

  private static UserPool poolFailingWith(RuntimeException failure) {
    var cognito = new FailingCognito(failure);
    return new CognitoUserPool(cognito, cognito, CONFIG);
  }

  private record FailingCognito(RuntimeException failure) implements CognitoIdentityProviderClient {
    @Override
    public SignUpResponse signUp(SignUpRequest request) {
      throw failure;
    }

    @Override
    public ConfirmSignUpResponse confirmSignUp(ConfirmSignUpRequest request) {
      throw failure;
    }

    @Override
    public ResendConfirmationCodeResponse resendConfirmationCode(
        ResendConfirmationCodeRequest request) {
      throw failure;
    }

    @Override
    public InitiateAuthResponse initiateAuth(InitiateAuthRequest request) {
      throw failure;
    }

    @Override
    public RespondToAuthChallengeResponse respondToAuthChallenge(
        RespondToAuthChallengeRequest request) {
      throw failure;
    }

    @Override
    public GetTokensFromRefreshTokenResponse getTokensFromRefreshToken(
        GetTokensFromRefreshTokenRequest request) {
      throw failure;
    }

    @Override
    public RevokeTokenResponse revokeToken(RevokeTokenRequest request) {
      throw failure;
    }

    @Override
    public AdminGetUserResponse adminGetUser(AdminGetUserRequest request) {
      throw failure;
    }

    @Override
    public String serviceName() {
      return CognitoIdentityProviderClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
