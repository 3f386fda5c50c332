package io.albumen.auth.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.albumen.auth.OnFakes;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.intent.InMemoryIntentRepository;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@QuarkusTest
@TestProfile(OnFakes.class)
class RegistrationResourceTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Map<String, Object> SIGN_UP =
      Map.of("email", ADA.value(), "password", "Correct-horse-7", "displayName", "Ada");

  @Inject InMemoryUserPool pool;
  @Inject RecordingAccountEvents events;
  @Inject InMemoryIntentRepository intents;

  @BeforeEach
  void clear() {
    pool.clear();
    events.clear();
    intents.clear();
  }

  @Test
  void takesANewAddress() {
    signUp(SIGN_UP).then().statusCode(202);
  }

  @Test
  void answersTheSameForAKnownAddress() {
    var first = signUp(SIGN_UP);
    var second = signUp(SIGN_UP);

    assertThat(List.of(second.statusCode(), second.asString()))
        .isEqualTo(List.of(first.statusCode(), first.asString()));
  }

  @Test
  void knowsAnAddressHoweverItIsTyped() {
    signUp(with("email", " ADA@Example.com "));

    assertThat(pool.find(ADA)).isPresent();
  }

  @Test
  void keepsTheProfileThatWasTyped() {
    var request = new HashMap<>(SIGN_UP);
    request.putAll(Map.of("locale", "pt-BR", "timeZone", "Europe/Lisbon"));

    signUp(request);

    assertThat(pool.find(ADA).orElseThrow().profile().timeZone()).isEqualTo("Europe/Lisbon");
  }

  @Test
  void saysWhatIsWrongWithAPassword() {
    signUp(with("password", "weak"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("weak-password"))
        .body("errors.path", hasItem("password"))
        .body("errors.message", hasItem("must have a digit"));
  }

  @ParameterizedTest
  @CsvSource({"email, nobody", "displayName, '  '", "locale, ?", "timeZone, Mars/Olympus"})
  void namesTheFieldThatIsWrong(String field, String value) {
    signUp(with(field, value))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors.path", hasItem(field));
  }

  @Test
  void refusesANameOfMoreThanHundredCharacters() {
    signUp(with("displayName", "x".repeat(101)))
        .then()
        .statusCode(400)
        .body("errors.path", hasItem("displayName"));
  }

  @Test
  void confirmsWithTheMailedCode() {
    signUp(SIGN_UP);

    confirm(InMemoryUserPool.CODE).then().statusCode(204);
  }

  @Test
  void announcesAConfirmedAccount() {
    var id = pool.add(ADA, new Password("x"), false);

    confirm(InMemoryUserPool.CODE);

    assertThat(events.verifiedUsers()).contains(id);
  }

  @ParameterizedTest
  @CsvSource({
    "111111, 400, code-mismatch",
    "000000, 400, code-expired",
    "999999, 429, too-many-attempts",
    "12345, 400, invalid-request",
  })
  void saysWhyACodeWasRefused(String code, int status, String problem) {
    signUp(SIGN_UP);

    confirm(code).then().statusCode(status).body("code", equalTo(problem));
  }

  @Test
  void saysWhenToTryAgainAfterTooManyCodes() {
    signUp(SIGN_UP);

    confirm("999999").then().header("Retry-After", "900");
  }

  @Test
  void mailsAnotherCode() {
    signUp(SIGN_UP);

    resend(ADA.value()).then().statusCode(202);

    assertThat(pool.mailed()).containsExactly(ADA, ADA);
  }

  @Test
  void takesAnUnknownAddressForAnotherCodeToo() {
    resend("nobody@example.com").then().statusCode(202);
  }

  @Test
  void saysWhenToTryAgainWhileTheStoreIsDown() {
    intents.fail(SdkClientException.create("connection refused"));

    confirm("123456")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("code", equalTo("accounts-unavailable"));
  }

  @Test
  void tellsNothingOfWhatTheStoreRefuses() {
    intents.fail(DynamoDbException.builder().statusCode(400).message("no such table").build());

    confirm("123456")
        .then()
        .statusCode(500)
        .body("code", equalTo("internal"))
        .body("detail", equalTo("Something went wrong on our side."));
  }

  private static Map<String, Object> with(String field, String value) {
    var request = new HashMap<>(SIGN_UP);
    request.put(field, value);
    return request;
  }

  private static Response signUp(Map<String, Object> request) {
    return given().contentType(ContentType.JSON).body(request).post("/api/v1/auth/sign-up");
  }

  private static Response confirm(String code) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", ADA.value(), "code", code))
        .post("/api/v1/auth/confirm");
  }

  private static Response resend(String email) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", email))
        .post("/api/v1/auth/resend-code");
  }
}
