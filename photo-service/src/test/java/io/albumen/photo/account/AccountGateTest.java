package io.albumen.photo.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.albumen.photo.database.Database;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class AccountGateTest {
  private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");

  @Inject Accounts accounts;
  @Inject Database database;

  private final Photographer ada = Photographer.stranger();

  @Test
  void turnsASuspendedPersonAwayFromEveryRoute() {
    ada.upload(LocalFile.photo("a.jpg"));
    accounts.suspend(ada.id(), true, NOON);

    assertThat(routes())
        .hasSizeGreaterThan(8)
        .anyMatch(Route::isInternal)
        .allSatisfy(route -> assertRefused(call(route), "account-suspended"));
  }

  @Test
  void turnsADeletedPersonAwayFromEveryRoute() {
    database.transact(transaction -> accounts.close(transaction, ada.id()));

    assertThat(routes())
        .hasSizeGreaterThan(8)
        .allSatisfy(route -> assertRefused(call(route), "account-closed"));
  }

  @Test
  void asksForATokenFirst() {
    given().get("/api/v1/usage").then().statusCode(401);
    given().auth().oauth2("forged").get("/api/v1/usage").then().statusCode(401);
  }

  @Test
  void letsEverybodyElseIn() {
    accounts.suspend(ada.id(), true, NOON);

    Photographer.stranger().get("/api/v1/usage");
  }

  @Test
  void letsThemInAgainWithEverythingTheyHad() {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    accounts.suspend(ada.id(), true, NOON);
    accounts.suspend(ada.id(), false, NOON.plusSeconds(1));

    assertThat(ada.get("/api/v1/media/{0}", media).getString("state")).isEqualTo("PROCESSING");
  }

  @Test
  void believesTheLatestOfWhatIsToldInAnyOrder() {
    accounts.suspend(ada.id(), false, NOON.plusSeconds(1));
    accounts.suspend(ada.id(), true, NOON);
    accounts.suspend(ada.id(), true, NOON);

    ada.get("/api/v1/usage");
  }

  private record Route(Method method, String path) {
    boolean isInternal() {
      return path.startsWith("/internal");
    }
  }

  /** All that the contract names. */
  private static List<Route> routes() {
    Map<String, Map<String, Object>> paths =
        given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath().getMap("paths");
    return paths.entrySet().stream()
        .flatMap(
            path ->
                path.getValue().keySet().stream()
                    .map(name -> Method.valueOf(name.toUpperCase(Locale.ROOT)))
                    .map(method -> new Route(method, path.getKey())))
        .toList();
  }

  private Response call(Route route) {
    var token =
        route.isInternal()
            ? TestTokens.service("video-service", "photo-service", ada.id())
            : TestTokens.access(
                ada.id(), "admin"); // or some routes would refuse for another reason
    var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(Map.of());
    var path =
        route
            .path()
            .replace("{bucket}", "2026-03")
            .replace("{number}", "1")
            .replaceAll("\\{\\w*[iI]d}", UUID.randomUUID().toString());
    return request.request(route.method(), path);
  }

  private static void assertRefused(Response response, String code) {
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("code")).isEqualTo(code);
  }
}
