package io.albumen.auth.administration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.albumen.auth.OnFakes;
import io.albumen.auth.announcement.RecordingAccountEvents;
import io.albumen.auth.deletion.InMemoryDeletionRepository;
import io.albumen.auth.directory.AccountStatus;
import io.albumen.auth.directory.InMemoryUserDirectory;
import io.albumen.auth.directory.Role;
import io.albumen.auth.intent.InMemoryIntentRepository;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakes.class)
class AdministrationResourceTest {
  private static final String PATH = "/api/v1/admin/auth/users";
  private static final String SUSPEND = "{\"suspended\": true}";

  @Inject InMemoryUserDirectory directory;
  @Inject InMemoryUserPool pool;
  @Inject InMemoryDeletionRepository deletions;
  @Inject InMemoryIntentRepository intents;
  @Inject RecordingAccountEvents events;
  private UserId ada = new UserId(UUID.randomUUID());
  private UserId moderator = new UserId(UUID.randomUUID());
  private UserId admin = new UserId(UUID.randomUUID());

  @BeforeEach
  void addPeople() {
    directory.clear();
    pool.clear();
    deletions.clear();
    intents.clear();
    events.clear();
    ada = directory.add("ada@example.com");
    moderator = directory.add("mo@example.com", Role.MODERATOR);
    admin = directory.add("root@example.com", Role.ADMIN);
  }

  @Test
  void listsAccounts() {
    asModerator()
        .get(PATH)
        .then()
        .statusCode(200)
        .body(
            "items.email",
            equalTo(List.of("ada@example.com", "mo@example.com", "root@example.com")))
        .body("items.roles", equalTo(List.of(List.of(), List.of("moderator"), List.of("admin"))))
        .body("items[0].id", equalTo(ada.toString()))
        .body("items[0].displayName", equalTo("Somebody"))
        .body("items[0].status", equalTo("CONFIRMED"))
        .body("items[0].suspended", equalTo(false))
        .body("items[0].createdAt", equalTo("2026-02-03T04:05:06.000Z"));
  }

  @Test
  void listsPageByPage() {
    String cursor = asAdmin().queryParam("limit", 2).get(PATH).path("nextCursor");

    asAdmin()
        .queryParam("limit", 2)
        .queryParam("cursor", cursor)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.email", equalTo(List.of("root@example.com")))
        .body("nextCursor", equalTo(null));
  }

  @Test
  void listsThoseWhoseAddressBeginsSo() {
    asAdmin()
        .queryParam("email", "MO@")
        .get(PATH)
        .then()
        .body("items.email", equalTo(List.of("mo@example.com")));
  }

  @Test
  void showsHowFarAnAccountIs() {
    directory.setStatus(ada, AccountStatus.PASSWORD_DUE);

    asAdmin().get(PATH).then().body("items[0].status", equalTo("PASSWORD_DUE"));
  }

  @Test
  void attack18RefusesTheCursorOfAnotherAdmin() {
    String cursor = asAdmin().queryParam("limit", 2).get(PATH).path("nextCursor");

    asModerator()
        .queryParam("cursor", cursor)
        .get(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-cursor"));
  }

  @Test
  void attack18RefusesTheCursorOfAnotherSearch() {
    String cursor = asAdmin().queryParam("limit", 2).get(PATH).path("nextCursor");

    asAdmin()
        .queryParam("cursor", cursor)
        .queryParam("email", "a")
        .get(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-cursor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\" or status = \"Enabled", "\\", "a\nb", "ä", "a b"})
  void attack49RefusesWhatNoAddressBeginsWith(String email) {
    asAdmin()
        .queryParam("email", email)
        .get(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body("errors[0].path", containsString("email"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "x"})
  void refusesAnAbsurdLimit(String limit) {
    asAdmin()
        .queryParam("limit", limit)
        .get(PATH)
        .then()
        .statusCode(equalTo(limit.equals("x") ? 404 : 400))
        .contentType("application/problem+json");
  }

  @Test
  void isForStaffOnly() {
    as(ada).get(PATH).then().statusCode(403).body("code", equalTo("forbidden"));
    given().get(PATH).then().statusCode(401).body("code", equalTo("unauthenticated"));
    patch(as(ada), moderator, SUSPEND).then().statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void suspends() {
    patch(asModerator(), ada, SUSPEND)
        .then()
        .statusCode(200)
        .body("id", equalTo(ada.toString()))
        .body("suspended", equalTo(true));

    assertThat(directory.isEnabled(ada)).isFalse();
    assertThat(events.suspensions()).hasSize(1);
  }

  @Test
  void givesBack() {
    patch(asModerator(), ada, SUSPEND);

    patch(asModerator(), ada, "{\"suspended\": false}")
        .then()
        .statusCode(200)
        .body("suspended", equalTo(false));
  }

  @Test
  void takesAMergePatch() {
    asAdmin()
        .contentType("application/merge-patch+json")
        .body(SUSPEND)
        .patch(PATH + "/" + ada)
        .then()
        .statusCode(200);
  }

  @Test
  void changesNothingWhereNothingIsNamed() {
    patch(asAdmin(), ada, "{}").then().statusCode(200).body("suspended", equalTo(false));

    assertThat(events.suspensions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"suspended\": null}",
        "{\"suspended\": \"true\"}",
        "{\"suspended\": 1}",
        "{\"suspended\": [true]}",
        "{\"suspended\": true, \"roles\": [\"admin\"]}",
        "{\"suspended\": true, \"email\": \"eve@example.com\"}",
        "{\"suspended\": true, \"id\": \"018f3f9e-0000-7000-8000-000000000001\"}",
        "{\"suspended\": true, \"status\": \"CONFIRMED\"}",
        "{\"suspended\": true, \"suspended\": false}",
        "{\"cognito:groups\": [\"admin\"]}",
        "null",
        "[]",
        "true",
        "{",
      })
  void attack17AssignsNothingElse(String body) {
    patch(asAdmin(), ada, body).then().statusCode(400).contentType("application/problem+json");

    assertThat(directory.isEnabled(ada)).isTrue();
    assertThat(directory.roles(ada)).isEmpty();
  }

  @Test
  void namesEveryFault() {
    patch(asAdmin(), ada, "{\"suspended\": 1, \"roles\": []}")
        .then()
        .body("errors.path", equalTo(List.of("roles", "suspended")));
  }

  @Test
  void letsNobodyChangeTheirOwn() {
    patch(asAdmin(), admin, SUSPEND).then().statusCode(409).body("code", equalTo("own-account"));

    assertThat(directory.isEnabled(admin)).isTrue();
  }

  @Test
  void letsNoModeratorTouchStaff() {
    var other = directory.add("other@example.com", Role.MODERATOR);
    for (var staff : List.of(admin, other)) {
      patch(asModerator(), staff, SUSPEND)
          .then()
          .statusCode(403)
          .body("code", equalTo("staff-account"));

      assertThat(directory.isEnabled(staff)).isTrue();
    }
  }

  @Test
  void letsAnAdminTouchStaff() {
    patch(asAdmin(), moderator, SUSPEND).then().statusCode(200);
  }

  @Test
  void knowsNobodyElse() {
    patch(asAdmin(), new UserId(UUID.randomUUID()), SUSPEND)
        .then()
        .statusCode(404)
        .body("code", equalTo("user-not-found"));
  }

  @Test
  void hasNoAccountWithoutAnId() {
    asAdmin()
        .contentType("application/json")
        .body(SUSPEND)
        .patch(PATH + "/nobody")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void tellsADeletionFromASuspension() {
    close(ada);

    asAdmin()
        .get(PATH)
        .then()
        .body("items", hasSize(3))
        .body("items[0].status", equalTo("CLOSED"))
        .body("items[0].suspended", equalTo(false));
  }

  @Test
  void givesNoAccountBackThatItsOwnerClosed() {
    close(ada);

    patch(asAdmin(), ada, "{\"suspended\": false}")
        .then()
        .statusCode(409)
        .body("code", equalTo("user-closed"));

    assertThat(directory.isEnabled(ada)).isFalse();
  }

  private void close(UserId user) {
    directory.remove(user);
    var password = new Password("Correct-horse-7");
    ada = pool.add(EmailAddress.of("ada@example.com"), password, true);
    directory.add(ada, "ada@example.com");
    as(ada)
        .contentType("application/json")
        .body("{\"password\": \"Correct-horse-7\"}")
        .delete("/api/v1/users/me")
        .then()
        .statusCode(202);
  }

  private static RequestSpecification as(UserId user, String... roles) {
    return given().auth().oauth2(TestTokens.access(user, roles));
  }

  private RequestSpecification asAdmin() {
    return as(admin, "admin");
  }

  private RequestSpecification asModerator() {
    return as(moderator, "moderator");
  }

  private static Response patch(RequestSpecification who, UserId user, String body) {
    return who.contentType("application/json").body(body).patch(PATH + "/" + user);
  }
}
