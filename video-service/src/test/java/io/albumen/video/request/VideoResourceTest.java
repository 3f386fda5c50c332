package io.albumen.video.request;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.BOB;
import static io.albumen.video.film.Films.PHOTOS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.albumen.video.film.Films;
import io.albumen.video.testing.FakePhotoService;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

@QuarkusTest
@WithTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,s3,events"))
@WithTestResource(TestTokens.Keys.class)
@WithTestResource(FakePhotoService.class)
class VideoResourceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SMALL = "720p";
  @Inject S3Client s3;
  @Inject SqsClient sqs;
  @Inject ObjectMapper mapper;

  /** Leaves the renderer nothing to do but the next test's film. */
  @AfterEach
  void cancelWhatIsLeft() {
    var ids = as(ADA).get("/api/v1/videos").then().extract().<List<String>>path("items.id");
    ids.forEach(id -> as(ADA).delete("/api/v1/videos/" + id));
  }

  @Test
  void filmIsMadeStoredAndAnnounced() throws Exception {
    var id = create(options(Map.of("musicMediaId", FakePhotoService.TUNE))).id();

    var film = awaitStatus(id, "READY");

    film.body("progress", is(100))
        .body("durationMs", is(3000))
        .body("sizeBytes", notNullValue())
        .body("posterUrl", startsWith("https://cdn.example.com/videos/"))
        .body("playbackUrl", startsWith("https://cdn.example.com/videos/"))
        .body("failure", nullValue());
    var key = URI.create(film.extract().path("playbackUrl")).getPath().substring(1);
    var object = s3.headObject(head -> head.bucket("albumen-media").key(key));
    assertThat(object.contentType()).isEqualTo("video/mp4");
    assertThat(object.contentLength()).isEqualTo(film.extract().jsonPath().getLong("sizeBytes"));
    var event = awaitEvent(id);
    assertThat(event.get("type").asText()).isEqualTo("VideoReady");
    assertThat(event.get("data").get("durationMs").asLong()).isEqualTo(3000);
  }

  @Test
  void answersWithLocationAndAllDefaults() {
    as(ADA)
        .body(Map.of("title", "Lisbon", "source", Map.of("mediaIds", PHOTOS)))
        .post("/api/v1/videos")
        .then()
        .statusCode(202)
        .header("Location", containsString("/api/v1/videos/"))
        .body("status", is("QUEUED"))
        .body("options.aspect", is("16:9"))
        .body("options.resolution", is("1080p"))
        .body("options.secondsPerPhoto", is(3.0f))
        .body("options.transition", is("CROSSFADE"))
        .body("options.motion", is("NONE"))
        .body("options.order", is("GIVEN"));
  }

  @Test
  void attack42HostileTitleIsKeptAsItIsAndHarmsNoFilm() {
    var title = "<img onerror=a> ${jndi:ldap://b} =cmd()|' ',drawtext=textfile=/etc/passwd[v]";
    var body = new HashMap<>(body(PHOTOS, Map.of()));
    body.put("title", title);
    var created = as(ADA).body(body).post("/api/v1/videos").then().statusCode(202);

    awaitStatus(created.extract().path("id"), "READY").body("title", is(title));
  }

  @Test
  void damagedPhotoFailsTheFilmWithItsReasonAndARetryIsTaken() {
    var id = create(List.of(PHOTOS.get(0), FakePhotoService.DAMAGED), options(Map.of())).id();

    awaitStatus(id, "FAILED")
        .body("failure.code", is("source-unreadable"))
        .body("failure.detail", containsString(FakePhotoService.DAMAGED.toString()));
    as(ADA).post("/api/v1/videos/" + id + "/retry").then().statusCode(202);
    awaitStatus(id, "FAILED");
  }

  @Test
  void refusedOptionNamesWhatIsAllowed() {
    refused(body(PHOTOS, Map.of("transition", "WIPE")))
        .body("errors[0].path", is("options.transition"))
        .body("errors[0].message", containsString("CROSSFADE"));
    refused(body(PHOTOS, Map.of("aspect", "4:3")))
        .body("errors[0].path", is("options.aspect"))
        .body("errors[0].message", containsString("16:9"));
    refused(body(PHOTOS, Map.of("secondsPerPhoto", 0.1)))
        .body("errors[0].path", is("options.secondsPerPhoto"))
        .body("errors[0].message", is("must be from 1 to 15"));
  }

  @Test
  void refusesTooFewAndTooManyPhotos() {
    refused(body(PHOTOS.subList(0, 1), Map.of())).body("errors.path", contains("source.mediaIds"));
    refused(body(Collections.nCopies(501, PHOTOS.get(0)), Map.of()))
        .body("errors.path", contains("source.mediaIds"));
  }

  @Test
  void refusesSourcesItDoesNotKnowByName() {
    refused(Map.of("title", "x", "source", Map.of("galleryId", UUID.randomUUID())))
        .body("errors.path", hasItem("source.galleryId"));
    refused(Map.of("title", "x", "source", Map.of("from", "2026-01-01", "to", "2026-02-01")))
        .body("errors.path", hasItem("source.from"));
  }

  @Test
  void refusesWhatIsNoRequest() {
    as(ADA).body("{\"title\":").post("/api/v1/videos").then().statusCode(400);
    refused(Map.of("title", " ", "source", Map.of("mediaIds", PHOTOS)))
        .body("errors.path", contains("title"));
    refused(Map.of("title", "x", "source", Map.of("mediaIds", List.of("a", "b"))));
    refused(Map.of("title", 7, "source", Map.of("mediaIds", PHOTOS)));
  }

  @Test
  void absentAndForeignPhotosLookTheSame() {
    var absent = List.of(PHOTOS.get(0), Films.photo(77), FakePhotoService.PROCESSING);

    as(ADA)
        .body(body(absent, Map.of()))
        .post("/api/v1/videos")
        .then()
        .statusCode(422)
        .body("code", is("unusable-sources"))
        .body("errors.path", contains("source.mediaIds[1]", "source.mediaIds[2]"));
    as(BOB)
        .body(body(PHOTOS, Map.of()))
        .post("/api/v1/videos")
        .then()
        .statusCode(422)
        .body("errors.message", everyItem(startsWith("there is no medium ")));
  }

  @Test
  void hidesFilmsFromEveryoneButTheirOwner() {
    var id = create(options(Map.of())).id();

    for (var path : List.of("", "/content")) {
      as(BOB)
          .get("/api/v1/videos/" + id + path)
          .then()
          .statusCode(404)
          .body("code", is("video-not-found"));
    }
    as(BOB).delete("/api/v1/videos/" + id).then().statusCode(404);
    as(BOB).post("/api/v1/videos/" + id + "/retry").then().statusCode(404);
    as(BOB).get("/api/v1/videos").then().statusCode(200).body("items.id", everyItem(is("none")));
  }

  @Test
  void wantsAToken() {
    given().get("/api/v1/videos").then().statusCode(401).body("code", is("unauthenticated"));
    given()
        .contentType(ContentType.JSON)
        .body(body(PHOTOS, Map.of()))
        .post("/api/v1/videos")
        .then()
        .statusCode(401);
  }

  @Test
  void idThatIsNoneIsNotFound() {
    as(ADA).get("/api/v1/videos/none").then().statusCode(404);
  }

  @Test
  void listsPageByPageNewestFirst() {
    var older = create(options(Map.of())).id();
    var newer = create(options(Map.of())).id();

    var first = as(ADA).get("/api/v1/videos?limit=1").then().statusCode(200);
    first.body("items.id", contains(newer));
    var cursor = first.extract().<String>path("nextCursor");
    as(ADA)
        .get("/api/v1/videos?limit=1&cursor=" + cursor)
        .then()
        .statusCode(200)
        .body("items.id", contains(older));
    as(BOB).get("/api/v1/videos?cursor=" + cursor).then().statusCode(400);
    as(ADA).get("/api/v1/videos?cursor=abc").then().statusCode(400).body("code", is("bad-cursor"));
  }

  @Test
  void contentIsARedirectOrAnAnswerOrADownload() {
    var id = create(options(Map.of())).id();
    awaitStatus(id, "READY");
    var path = "/api/v1/videos/" + id + "/content";

    as(ADA)
        .accept("*/*")
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .statusCode(307)
        .header("Location", containsString("/film.mp4?"));
    as(ADA).get(path).then().statusCode(200).body("url", containsString("/film.mp4?"));
    as(ADA)
        .get(path + "?download=true")
        .then()
        .body("url", containsString("response-content-disposition=attachment"));
  }

  @Test
  void filmThatIsNotMadeHasNoContent() {
    var id = create(slow()).id();

    as(ADA)
        .get("/api/v1/videos/" + id + "/content")
        .then()
        .statusCode(409)
        .body("code", equalTo("video-not-ready"));
    as(ADA).delete("/api/v1/videos/" + id).then().statusCode(204);
  }

  @Test
  void cancelledFilmStaysListedUntilItIsDeleted() {
    var id = create(slow()).id();

    as(ADA).delete("/api/v1/videos/" + id).then().statusCode(204);
    as(ADA).get("/api/v1/videos/" + id).then().statusCode(200).body("status", is("CANCELLED"));
    as(ADA).delete("/api/v1/videos/" + id).then().statusCode(204);
    as(ADA).get("/api/v1/videos/" + id).then().statusCode(404);
  }

  @Test
  void deletingAReadyFilmRemovesItsObjects() {
    var id = create(options(Map.of())).id();
    var url = awaitStatus(id, "READY").extract().<String>path("playbackUrl");
    var prefix = URI.create(url).getPath().substring(1).replace("film.mp4", "");

    as(ADA).delete("/api/v1/videos/" + id).then().statusCode(204);

    as(ADA).get("/api/v1/videos/" + id).then().statusCode(404);
    var left = s3.listObjectsV2(list -> list.bucket("albumen-media").prefix(prefix));
    assertThat(left.contents()).isEmpty();
  }

  private record Created(String id) {}

  private static Created create(Map<String, Object> options) {
    return create(PHOTOS, options);
  }

  private static Created create(List<UUID> mediaIds, Map<String, Object> options) {
    return new Created(
        as(ADA)
            .body(body(mediaIds, options))
            .post("/api/v1/videos")
            .then()
            .statusCode(202)
            .extract()
            .path("id"));
  }

  private static Map<String, Object> options(Map<String, Object> more) {
    var options = new HashMap<String, Object>(more);
    options.put("resolution", SMALL);
    options.put("secondsPerPhoto", 1);
    return options;
  }

  /** Lasts long enough to be caught being made. */
  private static Map<String, Object> slow() {
    return Map.of("secondsPerPhoto", 15);
  }

  private static Map<String, Object> body(List<UUID> mediaIds, Map<String, ?> options) {
    return Map.of("title", "Lisbon", "source", Map.of("mediaIds", mediaIds), "options", options);
  }

  private static ValidatableResponse refused(Map<String, ?> body) {
    return as(ADA)
        .body(body)
        .post("/api/v1/videos")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static RequestSpecification as(UserId user) {
    return given()
        .auth()
        .oauth2(TestTokens.access(user))
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON);
  }

  private static ValidatableResponse awaitStatus(String id, String status) {
    var deadline = Instant.now().plus(PATIENCE);
    var seen = new ArrayList<String>();
    while (Instant.now().isBefore(deadline)) {
      var film = as(ADA).get("/api/v1/videos/" + id).then().statusCode(200);
      var now = film.extract().<String>path("status");
      if (now.equals(status)) {
        return film;
      }
      seen.add(now);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return fail("never %s, but %s", status, seen.getLast());
  }

  private JsonNode awaitEvent(String videoId) throws Exception {
    var url = sqs.getQueueUrl(get -> get.queueName("notification-events")).queueUrl();
    var deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      var messages =
          sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(1)).messages();
      for (var message : messages) {
        var event = mapper.readTree(message.body());
        if (event.get("data").get("videoId").asText().equals(videoId)) {
          return event;
        }
      }
    }
    return fail("no event of film %s", videoId);
  }
}
