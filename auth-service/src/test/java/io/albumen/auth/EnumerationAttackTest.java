package io.albumen.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attack 6: whoever knows no password and reads no mail learns nothing of who has an account. That
 * time tells nothing either is tested where a clock can be held.
 */
@QuarkusTest
@OnLocalAws
class EnumerationAttackTest {

  static Stream<Arguments> calls() {
    return Stream.of(
            call("sign-up", Map.of("password", "Battery-staple-8", "displayName", "Eve")),
            call("sign-up", Map.of("password", "weak", "displayName", "Eve")),
            call("resend-code", Map.of()),
            call("confirm", Map.of("code", "000000")),
            call("sign-in", Map.of("password", "Battery-staple-8")),
            call("forgot-password", Map.of()),
            call("reset-password", Map.of("code", "000000", "newPassword", "Battery-staple-8")),
            call("reset-password", Map.of("code", "000000", "newPassword", "weak")),
            call("challenge", Map.of("session", "guessed", "code", "000000")))
        .flatMap(
            call ->
                Stream.<Named<Function<Person, Person>>>of(
                        Named.of("confirmed", _ -> Person.confirmed()),
                        Named.of("unconfirmed", _ -> Person.unconfirmed()),
                        Named.of("disabled", _ -> Person.disabled()))
                    .map(kind -> Arguments.of(call, kind)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void addressWithAnAccountIsAnsweredAsOneWithout(Call call, Function<Person, Person> kind) {
    var known = kind.apply(Person.stranger());

    assertThat(call.answerTo(known)).isEqualTo(call.answerTo(Person.stranger()));
  }

  private static Call call(String name, Map<String, String> body) {
    return new Call(name, body);
  }

  /** A call but for the address. */
  record Call(String name, Map<String, String> body) {

    /** Status, headers' names and body, without what differs at every call. */
    String answerTo(Person person) {
      var request = new LinkedHashMap<>(body);
      request.put("email", person.email());
      var answer = Person.post(name, request);
      return answer.statusCode()
          + " "
          + answer.headers().asList().stream().map(header -> header.getName()).sorted().toList()
          + " "
          + answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    @Override
    public String toString() {
      return name + body.keySet();
    }
  }
}
