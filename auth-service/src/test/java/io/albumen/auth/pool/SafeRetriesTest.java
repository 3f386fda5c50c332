package io.albumen.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.albumen.auth.TestConfig;
import io.albumen.auth.runtime.CognitoConfig;
import io.albumen.common.UserId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which calls the client may make again by itself: those that may happen twice. */
class SafeRetriesTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Password PASSWORD = new Password("Correct-horse-7");
  private static final Profile PROFILE = new Profile("Ada", "en", "UTC");

  private final RecordingCognito once = new RecordingCognito();
  private final RecordingCognito retrying = new RecordingCognito();
  private final UserPool pool =
      new CognitoUserPool(
          once.client(),
          retrying.client(),
          TestConfig.of(
              CognitoConfig.class,
              Map.of(
                  "albumen.cognito.user-pool-id", "pool",
                  "albumen.cognito.client-id", "client",
                  "albumen.cognito.client-secret", "secret")));

  static Stream<Named<Consumer<UserPool>>> unrepeatable() {
    return Stream.of(
        Named.of("signUp", pool -> pool.signUp(new NewUser(ADA, PASSWORD, PROFILE))),
        Named.of("confirm", pool -> pool.confirm(ADA, "123456")),
        Named.of("resendCode", pool -> pool.resendCode(ADA)),
        Named.of("signIn", pool -> pool.signIn(ADA, PASSWORD)),
        Named.of("answerChallenge", pool -> pool.answerChallenge(ADA, "session", "123456")),
        Named.of("refresh", pool -> pool.refresh("token")));
  }

  @ParameterizedTest
  @MethodSource("unrepeatable")
  void isAskedOnce(Consumer<UserPool> call) {
    var _ = catchThrowable(() -> call.accept(pool));

    assertThat(once.calls()).hasSize(1);
    assertThat(retrying.calls()).isEmpty();
  }

  static Stream<Named<Consumer<UserPool>>> repeatable() {
    return Stream.of(
        Named.of("find", pool -> pool.find(ADA)),
        Named.of("find by id", pool -> pool.find(new UserId(UUID.randomUUID()))),
        Named.of("revoke", pool -> pool.revoke("token")),
        Named.of("update", pool -> pool.update("token", PROFILE)));
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void mayBeAskedAgain(Consumer<UserPool> call) {
    var _ = catchThrowable(() -> call.accept(pool));

    assertThat(retrying.calls()).hasSize(1);
    assertThat(once.calls()).isEmpty();
  }
}
