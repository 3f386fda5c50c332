package io.albumen.photo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class SearchTest {
  private static final List<String> HOSTILE =
      List.of(
          "' or 1=1 --",
          "%' or owner_id is not null or '%'='",
          "\\",
          "a\" ); drop table media; --",
          "${jndi:ldap://x}",
          "tag:*",
          "{\"$ne\": null}",
          "t:%",
          "a\u0000b",
          "\uD800");

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();
  private UUID beach;
  private UUID market;
  private UUID foreign;
  @Inject Database database;

  @BeforeEach
  void fillLibraries() {
    beach = ada.upload(LocalFile.photo("IMG_4711.jpg"));
    patch(
        ada,
        beach,
        """
        {"title": "Praia da Adraga", "takenAt": "2021-07-01T10:00:00Z", "utcOffsetMinutes": 60,
        "location": {"latitude": 38.80, "longitude": -9.48}, "tags": ["Été"], "favorite": true}
        """);
    market = ada.upload(LocalFile.photo("market.jpg"));
    patch(
        ada,
        market,
        """
        {"description": "Fish at the harbour, Praça", "takenAt": "2022-03-31T23:30:00Z",
        "utcOffsetMinutes": 60, "tags": ["été", "food"]}
        """);
    foreign = bob.upload(LocalFile.photo("IMG_4711.jpg"));
    patch(bob, foreign, "{\"title\": \"Praia da Adraga\", \"tags\": [\"Adragon\"]}");
  }

  @Test
  void findsWordsWhereverTheyStand() {
    assertThat(found("q=adraga")).containsExactly(beach);
    assertThat(found("q=PRACA fish")).containsExactly(market);
    assertThat(found("q=4711")).containsExactly(beach);
    assertThat(found("q=portugal")).containsExactly(beach);
    assertThat(found("q=ete")).containsExactly(market, beach);
    assertThat(found("q=ete food")).containsExactly(market);
    assertThat(found("q=nowhere ete")).isEmpty();
  }

  @Test
  void takesTheLastWordForABeginning() {
    assertThat(found("q=pra")).containsExactly(market, beach);
    assertThat(found("q=pra adraga")).isEmpty();
    assertThat(found("q=praia adr")).containsExactly(beach);
    assertThat(found("q=pra ")).isEmpty();
  }

  @Test
  void narrowsByEachCriterion() {
    assertThat(found("tag=ETE")).containsExactly(market, beach);
    assertThat(found("favorite=true")).containsExactly(beach);
    assertThat(found("place=portugal")).containsExactly(beach);
    assertThat(found("kind=VIDEO")).isEmpty();
    assertThat(found("kind=PHOTO&q=fish")).containsExactly(market);
    assertThat(found("camera=none")).isEmpty();
    assertThat(found("from=2022-04-01")).containsExactly(market);
    assertThat(found("to=2022-03-31")).containsExactly(beach);
    assertThat(found("from=2021-07-01&to=2021-07-01&tag=été")).containsExactly(beach);
  }

  @Test
  void findsWhatLiesWithinABox() {
    assertThat(found("bbox=-10,38,-9,39")).containsExactly(beach);
    assertThat(found("bbox=-10,38,-9,39&q=adraga&tag=ete")).containsExactly(beach);
    assertThat(found("bbox=-10,38,-9,39&q=fish")).isEmpty();
    assertThat(found("bbox=-9,38,-8,39")).isEmpty();
    assertThat(found("bbox=170,-85,-5,85")).containsExactly(beach);
    assertThat(found("bbox=-5,-85,-170,85")).isEmpty();
    assertThat(found("bbox=-180,-90,180,90&from=2022-01-01")).isEmpty();
    refusesBoxes("/api/v1/search");
  }

  @Test
  void findsTheItemsOfEachMarker() {
    for (var zoom : List.of(0, 3, 7, 12, 20)) {
      var marker = ada.get("/api/v1/map/markers?bbox=-10,38,-9,39&zoom={0}", zoom);
      var bbox =
          marker.<Number>getList("items[0].bbox").stream()
              .map(Number::toString)
              .collect(Collectors.joining(","));

      assertThat(found("bbox=" + bbox)).containsExactly(beach);
    }
  }

  @Test
  void goesOnWhereAPageEnded() {
    var first = ada.get("/api/v1/search?tag=ete&limit=1");
    var cursor = first.getString("nextCursor");
    var second = ada.get("/api/v1/search?tag=ete&limit=1&cursor={0}", cursor);

    assertThat(first.getList("id")).containsExactly(market.toString());
    assertThat(first.getList("bucket")).containsExactly("2022-04");
    assertThat(second.getList("id")).containsExactly(beach.toString());
    assertThat(second.<Object>get("nextCursor")).isNull();
  }

  @Test
  void attack18CursorsOfOthersOrOtherQueriesAreRefused() {
    patch(bob, bob.upload(LocalFile.photo("b.jpg")), "{\"tags\": [\"ete\"]}");
    var cursor = ada.get("/api/v1/search?tag=ete&limit=1").getString("nextCursor");
    var altered = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);

    for (var who : List.of(ada, bob)) {
      for (var query : List.of("tag=ete&cursor=" + altered, "tag=food&cursor=" + cursor)) {
        who.request()
            .get("/api/v1/search?" + query)
            .then()
            .statusCode(400)
            .body("code", equalTo("bad-cursor"));
      }
    }
    bob.request().get("/api/v1/search?tag=ete&cursor={0}", cursor).then().statusCode(400);
  }

  @Test
  void attack49TextInEveryFilterIsOnlyEverText() {
    for (var text : HOSTILE) {
      for (var filter :
          List.of("q", "tag", "place", "camera", "from", "to", "kind", "bbox", "cursor")) {
        ada.request()
            .queryParam(filter, text)
            .get("/api/v1/search")
            .then()
            .statusCode(anyOf(equalTo(200), equalTo(400), equalTo(404)));
      }
      ada.request().queryParam("q", text).get("/api/v1/search/suggestions").then().statusCode(200);
      assertThat(
              ada.request().queryParam("tag", text).get("/api/v1/search").jsonPath().getList("id"))
          .isNullOrEmpty();
    }
    assertThat(found("limit=50")).containsExactly(market, beach);
  }

  @Test
  void suggestsWhatBeginsAsTyped() {
    var suggested = ada.get("/api/v1/search/suggestions?q=f");

    assertThat(suggested.getList("items.type")).containsExactly("TAG", "WORD");
    assertThat(suggested.getList("items.value")).containsExactly("food", "fish");
  }

  @Test
  void attack12WhatIsForeignArchivedOrTrashedIsNeitherFoundNorCounted() {
    patch(ada, beach, "{\"archived\": true}");
    trash(ada.id(), market);

    assertThat(found("q=praia")).isEmpty();
    assertThat(found("archived=true&q=praia")).containsExactly(beach);
    assertThat(found("q=fish")).isEmpty();
    assertThat(ada.get("/api/v1/search/suggestions?q=adra").getList("items")).isEmpty();
    assertThat(ada.get("/api/v1/search/suggestions?q=f").getList("items")).isEmpty();
    assertThat(ada.get("/api/v1/timeline/buckets").getList("$")).isEmpty();
    assertThat(ada.get("/api/v1/timeline/buckets?archived=true").getList("bucket"))
        .containsExactly("2021-07");
    assertThat(ada.get("/api/v1/timeline/buckets/2022-04").getList("id")).isEmpty();
    assertThat(ada.get("/api/v1/tags").getList("items.count")).containsExactly(1);
    assertThat(markers("-180,-85,180,85", 3)).isEmpty();
    assertThat(ada.get("/api/v1/memories?on=2023-07-01").getList("items")).isEmpty();
    assertThat(ada.get("/api/v1/memories?on=2023-04-01").getList("items")).isEmpty();
  }

  @Test
  void narrowsTheTimelineAsTheSearch() {
    var counts = ada.get("/api/v1/timeline/buckets?tag=ete");
    var page = ada.get("/api/v1/timeline/buckets/2021-07?favorite=true");

    assertThat(counts.getList("bucket")).containsExactly("2022-04", "2021-07");
    assertThat(page.getList("id")).containsExactly(beach.toString());
    assertThat(page.getList("place").getFirst()).isNotNull();
    assertThat(page.getList("favorite")).containsExactly(true);
    assertThat(ada.get("/api/v1/timeline/buckets/2022-04?favorite=true").getList("id")).isEmpty();
  }

  @Test
  void remembersTheDayInEarlierYears() {
    var memories = ada.get("/api/v1/memories?on=2023-07-01");

    assertThat(memories.getList("items.year")).containsExactly(2021);
    assertThat(memories.getList("items[0].media.id")).containsExactly(beach.toString());
    assertThat(ada.get("/api/v1/memories?on=2021-07-01").getList("items")).isEmpty();
    ada.request().get("/api/v1/memories?on=2023-02-30").then().statusCode(400);
  }

  @Test
  void showsOnTheMapWhatLiesWithinTheBox() {
    assertThat(markers("-10,38,-9,39", 10)).containsExactly(beach.toString());
    assertThat(markers("-9,38,-8,39", 10)).isEmpty();
    assertThat(markers("170,-85,-5,85", 5)).containsExactly(beach.toString());
    assertThat(
            ada.get("/api/v1/map/markers?bbox=-10,38,-9,39&zoom=9&tag=ete").getList("items.count"))
        .containsExactly(1);
    refusesBoxes("/api/v1/map/markers?zoom=3");
  }

  private void refusesBoxes(String path) {
    for (var bbox :
        List.of("1,2,3", "a,b,c,d", "0,10,1,5", "NaN,0,1,1", "-181,0,1,1", "' or 1=1")) {
      ada.request()
          .queryParam("bbox", bbox)
          .get(path)
          .then()
          .statusCode(400)
          .body("errors[0].path", equalTo("bbox"));
    }
  }

  private List<Object> markers(String bbox, int zoom) {
    return ada.get("/api/v1/map/markers?bbox={0}&zoom={1}", bbox, zoom).getList("items.mediaId");
  }

  private List<UUID> found(String query) {
    List<String> ids = ada.get("/api/v1/search?" + query).getList("id");
    return ids.stream().map(UUID::fromString).toList();
  }

  private static void patch(Photographer who, UUID media, String patch) {
    who.request().body(patch).patch("/api/v1/media/{0}", media).then().statusCode(200);
  }

  private void trash(UserId owner, UUID media) {
    database.transact(
        transaction ->
            transaction.update(
                "update media set trashed_at = now(), purge_at = now() where owner_id = ? and id = ?",
                owner.value(),
                media));
  }
}
