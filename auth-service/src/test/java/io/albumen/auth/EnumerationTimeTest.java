package io.albumen.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.discretion.RecordingPause;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attack 6, by time: every answer about an address waits for the end of a step, once. */
@QuarkusTest
@TestProfile(OnFakes.class)
class EnumerationTimeTest {
  @Inject InMemoryUserPool pool;
  @Inject RecordingPause pause;

  @BeforeEach
  void addAccounts() {
    pool.clear();
    var password = new Password("Correct-horse-7");
    pool.add(EmailAddress.of("confirmed@example.com"), password, true);
    pool.add(EmailAddress.of("unconfirmed@example.com"), password, false);
    pool.add(EmailAddress.of("disabled@example.com"), password, true);
    pool.disable(EmailAddress.of("disabled@example.com"));
    pause.clear();
  }

  static Stream<Arguments> calls() {
    return Stream.of(
            Arguments.of("sign-up", Map.of("password", "Battery-staple-8", "displayName", "Eve")),
            Arguments.of("confirm", Map.of("code", "111111")),
            Arguments.of("resend-code", Map.of()),
            Arguments.of("sign-in", Map.of("password", "Battery-staple-8")),
            Arguments.of("challenge", Map.of("session", "guessed", "code", "111111")),
            Arguments.of("forgot-password", Map.of()),
            Arguments.of(
                "reset-password", Map.of("code", "111111", "newPassword", "Battery-staple-8")))
        .flatMap(
            call ->
                Stream.of("unknown", "confirmed", "unconfirmed", "disabled")
                    .map(kind -> Arguments.of(call.get()[0], call.get()[1], kind)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answerWaitsForTheEndOfAStep(String call, Map<String, String> body, String kind) {
    var request = new HashMap<>(body);
    request.put("email", kind + "@example.com");

    given().contentType(ContentType.JSON).body(request).post("/api/v1/auth/" + call);

    assertThat(pause.taken()).hasSize(1);
  }
}
