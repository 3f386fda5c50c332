package io.albumen.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.albumen.photo.processing.QuickWorker;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two libraries as alike as can be: neither shows in the other, nor can be reached from it. */
@QuarkusTest
@Stack
class ForeignRowsAttackTest {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Whatever lists, counts or finds something. */
  private static final List<String> LISTINGS =
      List.of(
          "/api/v1/timeline/buckets",
          "/api/v1/timeline/buckets?tag=sea",
          "/api/v1/timeline/buckets/2021-07",
          "/api/v1/search?q=praia",
          "/api/v1/search?tag=sea",
          "/api/v1/search?place=portugal",
          "/api/v1/search?camera=canon",
          "/api/v1/search?favorite=true",
          "/api/v1/search/suggestions?q=p",
          "/api/v1/search/suggestions?q=se",
          "/api/v1/search/suggestions?q=can",
          "/api/v1/tags",
          "/api/v1/map/markers?bbox=-180,-85,180,85&zoom=0",
          "/api/v1/map/markers?bbox=-10,38,-9,39&zoom=14",
          "/api/v1/map/markers?bbox=-10,38,-9,39&zoom=5&tag=sea",
          "/api/v1/memories?on=2023-07-01",
          "/api/v1/trash",
          "/api/v1/downloads",
          "/api/v1/uploads",
          "/api/v1/usage");

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();

  /** Ids of one user's rows. */
  private record Library(
      List<UUID> shown, UUID trashed, String pending, String download, String edit) {}

  private final Map<Photographer, Library> libraries = new HashMap<>();

  @BeforeEach
  void fillOne() {
    libraries.put(bob, fill(bob));
  }

  @Test
  void attack12NothingForeignIsListedFoundOrCounted() {
    var before = answers(bob);

    var foreign = fill(ada);

    assertThat(answers(bob)).isEqualTo(before);
    assertThat(idsIn(answers(bob)))
        .contains(shown(bob, 0), libraries.get(bob).trashed().toString())
        .doesNotContainAnyElementsOf(idsOf(foreign));
    assertThat(idsIn(answers(ada))).doesNotContainAnyElementsOf(idsOf(libraries.get(bob)));
  }

  @Test
  void attack10And11WhoeverNamesForeignIdsChangesNothingAndLearnsNothing() {
    var foreign = libraries.get(bob);
    fill(ada);
    var before = answers(bob);
    var item = foreign.shown().getFirst();
    var ids = Map.of("ids", List.of(item, foreign.shown().get(1), foreign.trashed()));
    var absent = Map.of("ids", List.of(UUID.randomUUID()));

    for (var path :
        List.of(
            "/api/v1/media/%s",
            "/api/v1/media/%s/content?variant=original",
            "/api/v1/media/%s/content?variant=preview",
            "/api/v1/media/%s/versions")) {
      assertLooksAbsent(path, item, ContentType.JSON, "GET", null);
    }
    assertLooksAbsent("/api/v1/media/%s/versions/1/restore", item, ContentType.JSON, "POST", null);
    assertLooksAbsent("/api/v1/media/%s", item, ContentType.JSON, "PATCH", Map.of("rating", 1));
    assertThat(ada.get("/api/v1/media?ids={0}", item).getList("items")).isEmpty();
    for (var request : bulk(ids)) {
      var answer = request.send(ada);
      var alike = request.with(absent).send(ada);
      assertThat(answer.statusCode()).as(request.path).isEqualTo(alike.statusCode());
      assertThat(answer.jsonPath().getList("results.problem.code"))
          .as(request.path)
          .hasSize(3)
          .containsOnly(alike.jsonPath().getString("results[0].problem.code"));
    }
    ada.request().delete("/api/v1/uploads/{0}", foreign.pending()).then().statusCode(404);
    ada.request().post("/api/v1/uploads/{0}/renew", foreign.pending()).then().statusCode(404);
    ada.request().get("/api/v1/downloads/{0}", foreign.download()).then().statusCode(404);
    ada.request().delete("/api/v1/downloads/{0}", foreign.download()).then().statusCode(404);
    ada.request().post("/api/v1/media/edits/{0}/undo", foreign.edit()).then().statusCode(404);
    assertThat(
            ada.announceVersion(item, LocalFile.photo("mine.jpg"))
                .getString("results[0].problem.code"))
        .isEqualTo("media-not-found");
    var check = ada.request().body(Map.of("mediaIds", foreign.shown()));
    assertThat(check.post("/api/v1/downloads/check").jsonPath().getInt("itemCount")).isZero();

    assertThat(answers(bob)).isEqualTo(before);
  }

  @Test
  void attack12NobodyButAnAdministratorHasThingsMadeAnew() {
    var body =
        Map.of("scope", "IDS", "userId", bob.id().value(), "mediaIds", libraries.get(bob).shown());

    for (var who : List.of(ada, bob)) {
      who.request().body(body).post("/api/v1/admin/photo/reprocessing").then().statusCode(403);
      who.request().get("/api/v1/admin/photo/reprocessing").then().statusCode(403);
      who.request().get("/api/v1/admin/photo/reconciliation").then().statusCode(403);
    }
  }

  @Test
  void attack18ACursorOfAnotherOpensNoListing() {
    fill(ada);
    bob.mint(LocalFile.photo("one more.jpg"));
    bob.throwAway(libraries.get(bob).shown().getFirst());

    for (var listing :
        List.of(
            "/api/v1/search?tag=sea&limit=1", "/api/v1/trash?limit=1", "/api/v1/uploads?limit=1")) {
      var cursor = bob.get(listing).getString("nextCursor");
      assertThat(cursor).as(listing).isNotNull();
      for (var stolen : List.of(cursor, cursor.substring(1), cursor + "A")) {
        ada.request()
            .get(listing + "&cursor={0}", stolen)
            .then()
            .statusCode(400)
            .body("code", equalTo("bad-cursor"));
      }
    }
  }

  private void assertLooksAbsent(
      String path, UUID foreign, ContentType type, String method, Object body) {
    var answers = new ArrayList<String>();
    for (var id : List.of(foreign, UUID.randomUUID())) {
      RequestSpecification request = ada.request().contentType(type);
      var answer =
          (body == null ? request : request.body(body)).request(method, path.formatted(id));
      assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(404);
      answers.add(
          answer
              .asString()
              .replace(id.toString(), "id")
              .replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }
    assertThat(answers.getFirst()).isEqualTo(answers.getLast());
  }

  /** A call that names several. */
  private record Bulk(String method, String path, Map<String, Object> body) {
    Bulk with(Map<String, ?> ids) {
      var changed = new HashMap<>(body);
      changed.putAll(ids);
      return new Bulk(method, path, changed);
    }

    Response send(Photographer who) {
      return who.request().body(body).request(method, path);
    }
  }

  private static List<Bulk> bulk(Map<String, ?> ids) {
    return List.of(
            new Bulk("PATCH", "/api/v1/media", Map.of("changes", Map.of("title", "mine"))),
            new Bulk("DELETE", "/api/v1/media", Map.of()),
            new Bulk("POST", "/api/v1/trash/restore", Map.of()),
            new Bulk("DELETE", "/api/v1/trash", Map.of()))
        .stream()
        .map(call -> call.with(ids))
        .toList();
  }

  private Library fill(Photographer who) {
    var shown =
        List.of(photo(who, "2021-07-01"), photo(who, "2021-07-02"), photo(who, "2020-01-01"));
    var trashed = photo(who, "2021-07-03");
    who.throwAway(trashed);
    var pending = who.mint(LocalFile.photo("pending.jpg")).getString("results[0].uploadId");
    var download =
        who.request()
            .body(Map.of("mediaIds", shown))
            .post("/api/v1/downloads")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath()
            .getString("id");
    var edit =
        who.request()
            .body(Map.of("favorite", true))
            .patch("/api/v1/media/{0}", shown.getFirst())
            .header("Albumen-Edit");
    return new Library(shown, trashed, pending, download, edit);
  }

  private static UUID photo(Photographer who, String day) {
    var media = who.upload(LocalFile.photo("praia.jpg"));
    new QuickWorker().process(who.id(), media);
    who.request()
        .body(
            """
            {"title": "Praia", "tags": ["Sea"], "takenAt": "%sT12:00:00Z", "utcOffsetMinutes": 0,
            "location": {"latitude": 38.80, "longitude": -9.48}}
            """
                .formatted(day))
        .patch("/api/v1/media/{0}", media)
        .then()
        .statusCode(200);
    return media;
  }

  private String shown(Photographer who, int index) {
    return libraries.get(who).shown().get(index).toString();
  }

  /** But for what is signed anew each time. */
  private static Map<String, String> answers(Photographer who) {
    var answers = new LinkedHashMap<String, String>();
    for (var listing : LISTINGS) {
      var members = new HashMap<Object, Object>();
      var body = who.get(listing).get("$");
      if (body instanceof Map<?, ?> object) {
        members.putAll(object);
        members.remove("renditions");
      } else {
        members.put("items", body);
      }
      answers.put(listing, members.toString());
    }
    return answers;
  }

  private static List<String> idsIn(Map<String, String> answers) {
    return ID.matcher(answers.toString()).results().map(MatchResult::group).toList();
  }

  private static List<String> idsOf(Library library) {
    var ids = new ArrayList<>(library.shown().stream().map(UUID::toString).toList());
    ids.addAll(List.of(library.trashed().toString(), library.pending(), library.download()));
    return ids;
  }
}
