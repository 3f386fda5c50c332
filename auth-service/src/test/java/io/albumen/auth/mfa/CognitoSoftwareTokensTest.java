package io.albumen.auth.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.RecordingCognito;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EnableSoftwareTokenMfaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;

/** How Cognito's answers become ours; what it really answers is tested on the embedded stack. */
class CognitoSoftwareTokensTest {

  static Stream<Arguments> proofs() {
    return Stream.of(
        Arguments.of(
            EnableSoftwareTokenMfaException.builder().build(), MfaException.WrongCode.class),
        Arguments.of(CodeMismatchException.builder().build(), MfaException.WrongCode.class),
        Arguments.of(InvalidParameterException.builder().build(), MfaException.WrongCode.class),
        Arguments.of(
            SoftwareTokenMfaNotFoundException.builder().build(), MfaException.NotBegun.class),
        Arguments.of(
            NotAuthorizedException.builder().message("Access Token has been revoked").build(),
            PoolException.SessionEnded.class),
        Arguments.of(
            NotAuthorizedException.builder().message("Password attempts exceeded").build(),
            PoolException.LimitExceeded.class),
        Arguments.of(TooManyRequestsException.builder().build(), PoolException.Busy.class));
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void tellsWhyAProofFailed(RuntimeException failure, Class<?> expected) {
    var cognito = new RecordingCognito(failure).client();
    var tokens = new CognitoSoftwareTokens(cognito, cognito);

    assertThatThrownBy(() -> tokens.prove("token", "123456")).isInstanceOf(expected);
  }

  @Test
  void repeatsAllButTheProofByItself() {
    var once = new RecordingCognito();
    var retrying = new RecordingCognito();
    var tokens = new CognitoSoftwareTokens(once.client(), retrying.client());

    var _ = catchThrowable(() -> tokens.offer("token"));
    var _ = catchThrowable(() -> tokens.prove("token", "123456"));
    var _ = catchThrowable(() -> tokens.require("token"));
    var _ = catchThrowable(() -> tokens.renounce("token"));

    assertThat(once.calls()).containsExactly("verifySoftwareToken");
    assertThat(retrying.calls())
        .containsExactly("associateSoftwareToken", "setUserMFAPreference", "setUserMFAPreference");
  }
}
