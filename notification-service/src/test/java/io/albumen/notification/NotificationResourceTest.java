package io.albumen.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.albumen.notification.inbox.InboxService;
import io.albumen.notification.inbox.Notice;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,ses,events"))
class NotificationResourceTest {
  private static final String PATH = "/api/v1/notifications";
  private final UserId ada = new UserId(UUID.randomUUID());
  private final UserId bob = new UserId(UUID.randomUUID());

  private static RequestSpecification as(UserId user) {
    return given().auth().oauth2(TestTokens.access(user)).contentType("application/json");
  }

  private void filed(int count) {
    var inbox = Arc.container().instance(InboxService.class).get();
    for (int i = 0; i < count; i++) {
      inbox.file(
          UUID.randomUUID(),
          TestClock.NOON.plusSeconds(i),
          ada,
          new Notice.VideoReady(UUID.randomUUID(), "Film " + i, Duration.ofMillis(9_500)));
    }
  }

  private String firstId() {
    return as(ada).get(PATH).path("items[0].id");
  }

  @Test
  void listsNewestFirstWithAllThatIsUnread() {
    filed(2);

    as(ada)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.title", equalTo(List.of("Film 1", "Film 0")))
        .body("items[0].type", equalTo("VIDEO_READY"))
        .body("items[0].durationMs", equalTo(9_500))
        .body("items[0].createdAt", equalTo("2026-05-03T12:00:01.000Z"))
        .body("items[0].readAt", nullValue())
        .body("unread", equalTo(2))
        .body("nextCursor", nullValue());
  }

  @Test
  void goesOnWhereTheLastPageEnded() {
    filed(3);
    String cursor = as(ada).get(PATH + "?limit=2").path("nextCursor");

    as(ada)
        .queryParam("cursor", cursor)
        .get(PATH)
        .then()
        .body("items.title", equalTo(List.of("Film 0")))
        .body("unread", equalTo(3));
  }

  @Test
  void refusesTheCursorOfAnother() {
    filed(2);
    String cursor = as(ada).get(PATH + "?limit=1").path("nextCursor");

    as(bob)
        .queryParam("cursor", cursor)
        .get(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-cursor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=ten", "cursor=nonsense"})
  void refusesAnOddPage(String query) {
    as(ada)
        .get(PATH + "?" + query)
        .then()
        .statusCode(oneOf(400, 404))
        .contentType("application/problem+json");
  }

  @Test
  void marksAsReadAndTellsWhatIsNotThere() {
    filed(1);
    var id = firstId();
    var absent = UUID.randomUUID().toString();

    as(ada)
        .body(Map.of("ids", List.of(id, absent)))
        .post(PATH + "/read")
        .then()
        .statusCode(200)
        .body("results.status", equalTo(List.of("OK", "FAILED")))
        .body("results[1].problem.code", equalTo("notification-not-found"));
    as(ada).get(PATH).then().body("unread", equalTo(0));
  }

  @Test
  void marksNothingOfAnother() {
    filed(1);
    var id = firstId();

    as(bob)
        .body(Map.of("ids", List.of(id)))
        .post(PATH + "/read")
        .then()
        .body("results[0].status", equalTo("FAILED"));
    as(ada).get(PATH).then().body("unread", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"ids\":[]}",
        "{\"ids\":[null]}",
        "{\"ids\":[\"x\"]}",
        "{\"ids\":"
      })
  void refusesAnOddBody(String body) {
    as(ada)
        .body(body)
        .post(PATH + "/read")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void showsNothingToStrangers() {
    given().get(PATH).then().statusCode(401).contentType("application/problem+json");
    as(bob).get(PATH).then().body("items", hasSize(0));
  }
}
