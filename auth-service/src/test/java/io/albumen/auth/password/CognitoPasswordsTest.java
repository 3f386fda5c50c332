package io.albumen.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.TestConfig;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.RecordingCognito;
import io.albumen.auth.runtime.CognitoConfig;
import io.albumen.common.DomainException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyFailedAttemptsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** How Cognito's answers become ours; what it really answers is tested on the embedded stack. */
class CognitoPasswordsTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Password OLD = new Password("Correct-horse-7");
  private static final Password NEW = new Password("Battery-staple-8");

  static Stream<RuntimeException> silences() {
    return Stream.of(
        UserNotFoundException.builder().build(),
        NotAuthorizedException.builder().message("User is disabled.").build(),
        InvalidParameterException.builder().message("no registered/verified email").build(),
        LimitExceededException.builder().build(),
        CodeDeliveryFailureException.builder().build());
  }

  @ParameterizedTest
  @MethodSource("silences")
  void keepsSilentAboutWhoGetsACode(RuntimeException failure) {
    assertThatCode(() -> failingWith(failure).mailCode(ADA)).doesNotThrowAnyException();
  }

  static Stream<RuntimeException> refusals() {
    return Stream.of(
        CodeMismatchException.builder().build(),
        ExpiredCodeException.builder().build(),
        LimitExceededException.builder().build(),
        TooManyFailedAttemptsException.builder().build(),
        UserNotFoundException.builder().build(),
        NotAuthorizedException.builder().message("User is disabled.").build());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void answersEveryRefusedCodeTheSame(RuntimeException failure) {
    assertThatThrownBy(() -> failingWith(failure).reset(ADA, "123456", NEW))
        .isInstanceOf(PasswordException.CodeRefused.class);
  }

  @Test
  void namesTheFieldOfAPasswordThatThePoolRefuses() {
    var passwords = failingWith(InvalidPasswordException.builder().build());

    assertThatThrownBy(() -> passwords.reset(ADA, "123456", NEW))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.errors().getFirst().path()).isEqualTo("newPassword"));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of(
            NotAuthorizedException.builder().message("Incorrect username or password.").build(),
            PasswordException.WrongPassword.class),
        Arguments.of(
            NotAuthorizedException.builder().message("Password attempts exceeded").build(),
            PasswordException.WrongPassword.class),
        Arguments.of(
            LimitExceededException.builder().build(), PasswordException.WrongPassword.class),
        Arguments.of(
            NotAuthorizedException.builder().message("Access Token has been revoked").build(),
            PoolException.SessionEnded.class),
        Arguments.of(UserNotFoundException.builder().build(), PoolException.SessionEnded.class),
        Arguments.of(TooManyRequestsException.builder().build(), PoolException.Busy.class),
        Arguments.of(SdkClientException.create("cut off"), PoolException.Unavailable.class));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void tellsWhyAChangeFailed(RuntimeException failure, Class<?> expected) {
    assertThatThrownBy(() -> failingWith(failure).change("token", OLD, NEW)).isInstanceOf(expected);
  }

  private static Passwords failingWith(RuntimeException failure) {
    return new CognitoPasswords(
        new RecordingCognito(failure).client(),
        TestConfig.of(
            CognitoConfig.class,
            Map.of(
                "albumen.cognito.user-pool-id", "pool",
                "albumen.cognito.client-id", "client",
                "albumen.cognito.client-secret", "secret")));
  }
}
