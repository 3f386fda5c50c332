package io.albumen.photo.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.albumen.common.security.AccountException;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class EditTest {
  @Inject EditService edits;
  @Inject Accounts accounts;
  @Inject Database database;
  @Inject Traces traces;

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();
  private UUID media;

  @BeforeEach
  void upload() {
    media = ada.upload(LocalFile.photo("a.jpg"));
  }

  @Test
  void changesOnlyWhatIsNamed() {
    patch("{\"title\": \" Lisbon \", \"rating\": 4, \"tags\": [\"Sea\", \"sea\", \" Sun \"]}");

    var patched = patch("{\"rating\": null, \"favorite\": true}");

    assertThat(patched.getString("title")).isEqualTo("Lisbon");
    assertThat(patched.<Object>get("rating")).isNull();
    assertThat(patched.getBoolean("favorite")).isTrue();
    assertThat(patched.getList("tags")).containsExactly("Sea", "Sun");
  }

  @Test
  void movesAnItemToWhereItsNewTimeBelongs() {
    var patched = patch("{\"takenAt\": \"2019-12-31T23:30:00Z\", \"utcOffsetMinutes\": 60}");

    assertThat(patched.getString("takenAtSource")).isEqualTo("EDITED");
    assertThat(buckets()).containsExactly("2020-01=1");
  }

  @Test
  void setsAndTakesAwayThePlace() {
    var set = patch("{\"location\": {\"latitude\": 38.7, \"longitude\": -9.1}}");
    var cleared = patch("{\"location\": null}");

    assertThat(set.getDouble("place.latitude")).isEqualTo(38.7);
    assertThat(set.getString("place.source")).isEqualTo("EDITED");
    assertThat(set.getString("place.countryCode")).isEqualTo("PT");
    assertThat(cleared.getMap("$")).doesNotContainKey("place");
  }

  @Test
  void attack17MassAssignmentIsRefusedByName() {
    var body =
        """
        {"ownerId": "%s", "state": "READY", "sizeBytes": 0, "sha256": "0", "uploadedAt": "x",
        "renditionKey": "k", "trashedAt": null, "title": "t"}
        """
            .formatted(bob.id());

    tryToPatch(media, body)
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body(
            "errors.path",
            containsInAnyOrder(
                "ownerId",
                "state",
                "sizeBytes",
                "sha256",
                "uploadedAt",
                "renditionKey",
                "trashedAt"))
        .body("errors.message", everyItem(equalTo("is not known")));
    assertThat(ada.get("/api/v1/media/{0}", media).<Object>get("title")).isNull();
  }

  @Test
  void refusesWhatCannotBe() {
    var refused =
        Map.ofEntries(
            Map.entry("{\"rating\": 6}", "rating"),
            Map.entry("{\"rating\": \"5\"}", "rating"),
            Map.entry("{\"favorite\": \"yes\"}", "favorite"),
            Map.entry("{\"title\": \"%s\"}".formatted("x".repeat(201)), "title"),
            Map.entry("{\"title\": \"a\\u0000b\"}", "title"),
            Map.entry("{\"takenAt\": null}", "takenAt"),
            Map.entry("{\"takenAt\": \"+10000-01-01T00:00:00Z\"}", "takenAt"),
            Map.entry("{\"utcOffsetMinutes\": 5000}", "utcOffsetMinutes"),
            Map.entry("{\"location\": {\"latitude\": 91, \"longitude\": 0}}", "location.latitude"),
            Map.entry(
                "{\"location\": {\"latitude\": 1e999, \"longitude\": 0}}", "location.latitude"),
            Map.entry("{\"location\": {\"latitude\": 1}}", "location.longitude"),
            Map.entry("{\"tags\": [\"%s\"]}".formatted("x".repeat(65)), "tags[0]"),
            Map.entry("{\"tags\": %s}".formatted(numbers(51)), "tags"));

    refused.forEach(
        (body, path) ->
            tryToPatch(media, body).statusCode(400).body("errors[0].path", equalTo(path)));
    tryToPatch(media, "[]").statusCode(400);
    tryToPatch(media, "null").statusCode(400);
  }

  @Test
  void attack11BulkEditsOfForeignItemsLookLikeAbsentOnes() {
    var foreign = bob.upload(LocalFile.photo("b.jpg"));
    var absent = UUID.randomUUID();

    var edited = patchMany(List.of(media, foreign, absent), "{\"title\": \"mine\"}");

    assertThat(edited.getList("results.status")).containsExactly("OK", "FAILED", "FAILED");
    assertThat(edited.getString("results[1].problem").replace(foreign.toString(), "id"))
        .isEqualTo(edited.getString("results[2].problem").replace(absent.toString(), "id"));
    assertThat(bob.get("/api/v1/media/{0}", foreign).<Object>get("title")).isNull();
    tryToPatch(foreign, "{\"title\": \"mine\"}").statusCode(404);
  }

  @Test
  void attack42HostileTextIsKeptAsItIs() {
    var hostile =
        List.of("<img src=x onerror=alert(1)>", "${jndi:ldap://x}", "=cmd|' /C calc'!A0", "'; --");

    for (var text : hostile) {
      var body = Map.of("title", text, "description", text, "tags", List.of(text));
      ada.request().body(body).patch("/api/v1/media/{0}", media).then().statusCode(200);

      var kept = ada.get("/api/v1/media/{0}", media);
      assertThat(kept.getString("title")).isEqualTo(text);
      assertThat(kept.getString("description")).isEqualTo(text);
      assertThat(ada.get("/api/v1/tags").getList("items.name")).containsExactly(text);
    }
  }

  @Test
  void undoesAnEditOfManyOnce() {
    var other = ada.upload(LocalFile.photo("b.jpg"));
    patch("{\"takenAt\": \"2020-01-31T12:00:00Z\", \"tags\": [\"old\", \"Kept\"]}");
    var before = ada.get("/api/v1/media/{0}", media).getMap("$");
    var edited =
        patchMany(
            List.of(media, other),
            """
            {"takenAt": {"shiftMilliseconds": 86400000}, "favorite": true, "archived": true,
            "addTags": ["kept", "new"], "removeTags": ["OLD"],
            "location": {"latitude": 1, "longitude": 2}}
            """);
    var changed = ada.get("/api/v1/media/{0}", media);

    var undone = undo(ada, edited).statusCode(200).extract().jsonPath();

    assertThat(changed.getString("takenAt")).isEqualTo("2020-02-01T12:00:00.000Z");
    assertThat(changed.getList("tags")).containsExactly("Kept", "new");
    assertThat(undone.getList("results.status")).containsExactly("OK", "OK");
    assertThat(ada.get("/api/v1/media/{0}", media).getMap("$")).isEqualTo(before);
    undo(ada, edited).statusCode(409).body("code", equalTo("edit-undone"));
  }

  @Test
  void leavesAloneWhatChangedSince() {
    var other = ada.upload(LocalFile.photo("b.jpg"));
    var edited = patchMany(List.of(media, other), "{\"title\": \"first\"}");
    patch("{\"title\": \"second\"}");
    patchMany(List.of(other), "{\"rating\": 3}");

    var undone = undo(ada, edited).statusCode(200).extract().jsonPath();

    assertThat(undone.getList("results.status")).containsExactly("FAILED", "OK");
    assertThat(undone.getString("results[0].problem.code")).isEqualTo("media-changed");
    assertThat(ada.get("/api/v1/media/{0}", media).getString("title")).isEqualTo("second");
    assertThat(ada.get("/api/v1/media/{0}", other).<Object>get("title")).isNull();
    assertThat(ada.get("/api/v1/media/{0}", other).getInt("rating")).isEqualTo(3);
  }

  @Test
  void undoesNobodyElsesEdit() {
    var edited = patchMany(List.of(media), "{\"title\": \"mine\"}");

    undo(bob, edited).statusCode(404).body("code", equalTo("edit-not-found"));

    assertThat(ada.get("/api/v1/media/{0}", media).getString("title")).isEqualTo("mine");
  }

  @Test
  void namesTheEditOfASingleItem() {
    var edit = tryToPatch(media, "{\"title\": \"t\"}").extract().header("Albumen-Edit");

    ada.request().post("/api/v1/media/edits/{0}/undo", edit).then().statusCode(200);

    assertThat(ada.get("/api/v1/media/{0}", media).<Object>get("title")).isNull();
  }

  @Test
  void spellsATagAsTheLibraryDoes() {
    var other = ada.upload(LocalFile.photo("b.jpg"));
    patch("{\"tags\": [\"Café\"]}");

    patchMany(List.of(other), "{\"addTags\": [\"CAFÉ\", \"sun\"]}");

    var tags = ada.get("/api/v1/tags");
    assertThat(tags.getList("items.name")).containsExactly("Café", "sun");
    assertThat(tags.getList("items.count")).containsExactly(2, 1);
    assertThat(bob.get("/api/v1/tags").getList("items")).isEmpty();
  }

  @Test
  void takesEditsOfTheSameItemsInOppositeOrderAtOnce() throws Exception {
    var ids = Stream.generate(() -> ada.upload(LocalFile.photo("b.jpg"))).limit(6).toList();
    var edits =
        IntStream.range(0, 12)
            .<Callable<JsonPath>>mapToObj(
                i ->
                    () ->
                        patchMany(
                            i % 2 == 0 ? ids : ids.reversed(),
                            "{\"addTags\": [\"t%d\", \"t%d\"]}".formatted(i, 11 - i)))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var edited : threads.invokeAll(edits)) {
        assertThat(edited.get().getList("results.status")).hasSize(6).containsOnly("OK");
      }
    }

    assertThat(ada.get("/api/v1/tags").getList("items.count")).hasSize(12).containsOnly(6);
  }

  @Test
  void attack48AnEditUnderWayAddsNothingToAClosedAccount() {
    database.transact(transaction -> accounts.close(transaction, ada.id()));

    assertThatThrownBy(() -> edits.edit(ada.id(), List.of(media), item -> item))
        .isInstanceOf(AccountException.Closed.class);

    assertThat(traces.tables(ada.id())).doesNotContain("edits");
  }

  private JsonPath patch(String body) {
    return tryToPatch(media, body).statusCode(200).extract().jsonPath();
  }

  private ValidatableResponse tryToPatch(UUID id, String body) {
    return ada.request().body(body).patch("/api/v1/media/{0}", id).then();
  }

  private JsonPath patchMany(List<UUID> ids, String changes) {
    var quoted = ids.stream().map("\"%s\""::formatted).toList();
    return ada.request()
        .body("{\"ids\": %s, \"changes\": %s}".formatted(quoted, changes))
        .patch("/api/v1/media")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse undo(Photographer who, JsonPath edited) {
    return who.request().post("/api/v1/media/edits/{0}/undo", edited.getString("editId")).then();
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj("\"t%d\""::formatted).toList();
  }

  private List<String> buckets() {
    var buckets = ada.get("/api/v1/timeline/buckets");
    List<Map<String, Object>> found = buckets.getList("$");
    return Stream.ofNullable(found)
        .flatMap(List::stream)
        .map(bucket -> bucket.get("bucket") + "=" + bucket.get("count"))
        .toList();
  }
}
