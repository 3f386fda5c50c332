package io.albumen.auth.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.albumen.auth.OnFakes;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.Profile;
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
class ProfileResourceTest {
  private static final EmailAddress EMAIL = EmailAddress.of("ada@example.com");

  @Inject InMemoryUserPool pool;
  @Inject RecordingAccountEvents events;
  private UserId ada = new UserId(UUID.randomUUID());

  @BeforeEach
  void addAda() {
    pool.clear();
    events.clear();
    ada = pool.add(EMAIL, new Password("x"), true);
  }

  @Test
  void showsOnesOwnAccount() {
    given()
        .auth()
        .oauth2(TestTokens.access(ada, "moderator"))
        .get("/api/v1/users/me")
        .then()
        .statusCode(200)
        .body("id", equalTo(ada.toString()))
        .body("email", equalTo("ada@example.com"))
        .body("displayName", equalTo("Ada"))
        .body("roles", equalTo(List.of("moderator")))
        .body("mfaEnabled", equalTo(false))
        .body("createdAt", equalTo("2026-02-03T04:05:06.000Z"))
        .body("locale", equalTo("en"))
        .body("timeZone", equalTo("UTC"));
  }

  @Test
  void wantsAToken() {
    given()
        .get("/api/v1/users/me")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void refusesTheTokenOfAnAccountThatIsGone() {
    pool.clear();

    given()
        .auth()
        .oauth2(TestTokens.access(ada))
        .get("/api/v1/users/me")
        .then()
        .statusCode(401)
        .body("code", equalTo("account-gone"));
  }

  @Test
  void changesOnlyWhatIsNamed() {
    patch("{\"timeZone\": \"Europe/Lisbon\"}")
        .then()
        .statusCode(200)
        .body("timeZone", equalTo("Europe/Lisbon"))
        .body("displayName", equalTo("Ada"));
  }

  @Test
  void goesBackToTheDefaultOnNull() {
    patch("{\"locale\": \"pt-BR\"}");

    patch("{\"locale\": null}").then().statusCode(200).body("locale", equalTo("en"));
  }

  @Test
  void tellsTheFleetOfTheChange() {
    patch("{\"displayName\": \"Ada L.\"}");

    assertThat(events.profileChanges().values())
        .containsExactly(new Profile("Ada L.", "en", "UTC"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"displayName\": null}",
        "{\"displayName\": \"\"}",
        "{\"displayName\": 7}",
        "{\"roles\": \"admin\"}",
        "{\"email\": \"eve@example.com\"}",
        "{\"custom:role\": \"admin\"}",
        "[]",
        "null",
      })
  void refusesWhatMayNotBeChanged(String body) {
    patch(body).then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void changesNothingWhenOneFieldIsWrong() {
    patch("{\"displayName\": \"Eve\", \"timeZone\": \"Mars/Olympus\"}")
        .then()
        .body("errors.path", hasItem("timeZone"));

    assertThat(pool.find(EMAIL).orElseThrow().profile().displayName()).isEqualTo("Ada");
  }

  private Response patch(String body) {
    return given()
        .auth()
        .oauth2(TestTokens.access(ada))
        .contentType("application/json")
        .body(body)
        .patch("/api/v1/users/me");
  }
}
