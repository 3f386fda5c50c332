package io.albumen.auth.deletion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.albumen.auth.OnFakes;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakes.class)
class DeletionResourceTest {
  private static final EmailAddress EMAIL = EmailAddress.of("ada@example.com");
  private static final String RIGHT = "{\"password\": \"Correct-horse-7\"}";

  @Inject InMemoryUserPool pool;
  @Inject InMemoryUserDirectory directory;
  @Inject InMemoryDeletionRepository deletions;
  @Inject RecordingAccountEvents events;
  private UserId ada = new UserId(UUID.randomUUID());

  @BeforeEach
  void addAda() {
    pool.clear();
    directory.clear();
    deletions.clear();
    events.clear();
    ada = pool.add(EMAIL, new Password("Correct-horse-7"), true);
    directory.add(ada, EMAIL.value());
  }

  @Test
  void takesTheWishForAnEnd() {
    delete(RIGHT)
        .then()
        .statusCode(202)
        .header("Cache-Control", "no-store")
        .body("state", equalTo("ERASING"))
        .body("receipt", matchesPattern(Receipt.PATTERN))
        .body("requestedAt", not(emptyOrNullString()))
        .body("", not(hasKey("completedAt")))
        .body(
            "services.service",
            equalTo(List.of("photo-service", "video-service", "notification-service")))
        .body("services[0]", not(hasKey("erasedAt")));
  }

  @Test
  void tellsAWrongPasswordWithoutEndingTheSession() {
    delete("{\"password\": \"guess\"}")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("wrong-password"))
        .body("errors.path", equalTo(List.of("password")));

    assertThat(directory.isEnabled(ada)).isTrue();
  }

  @Test
  void answersTheOneUnderWayWhenAskedAgain() {
    delete(RIGHT);

    delete(RIGHT).then().statusCode(202).body("state", equalTo("ERASING"));
    assertThat(events.deletedUsers()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"password\": \"\"}", "{\"password\": 7}", "null", "[]", "{"})
  void refusesABodyWithoutPassword(String body) {
    delete(body).then().statusCode(400).contentType("application/problem+json");

    assertThat(directory.isEnabled(ada)).isTrue();
  }

  @Test
  void wantsAToken() {
    given()
        .contentType("application/json")
        .body(RIGHT)
        .delete("/api/v1/users/me")
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void tellsHowFarItIsWhileTheTokenLives() {
    delete(RIGHT);

    given()
        .auth()
        .oauth2(TestTokens.access(ada))
        .get("/api/v1/users/me/deletion")
        .then()
        .statusCode(200)
        .body("state", equalTo("ERASING"))
        .body("receipt", nullValue());
  }

  @Test
  void tellsOthersNothing() {
    delete(RIGHT);

    given()
        .auth()
        .oauth2(TestTokens.access(new UserId(UUID.randomUUID()), "admin"))
        .get("/api/v1/users/me/deletion")
        .then()
        .statusCode(404)
        .body("code", equalTo("deletion-not-found"));
  }

  @Test
  void tellsWhoHasTheReceipt() {
    String receipt = delete(RIGHT).path("receipt");

    status("{\"receipt\": \"%s\"}".formatted(receipt))
        .then()
        .statusCode(200)
        .body("state", equalTo("ERASING"))
        .body("receipt", nullValue());
  }

  @Test
  void knowsNoOtherReceipt() {
    delete(RIGHT);

    status("{\"receipt\": \"AAAAAAAAAAAAAAAAAAAAAA\"}")
        .then()
        .statusCode(404)
        .body("code", equalTo("deletion-not-found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"receipt\": null}", "{\"receipt\": \"../x\"}", "null"})
  void refusesWhatIsNoReceipt(String body) {
    status(body).then().statusCode(400).contentType("application/problem+json");
  }

  private Response delete(String body) {
    return given()
        .auth()
        .oauth2(TestTokens.access(ada))
        .contentType("application/json")
        .body(body)
        .delete("/api/v1/users/me");
  }

  private static Response status(String body) {
    return given().contentType("application/json").body(body).post("/api/v1/auth/deletion-status");
  }
}
