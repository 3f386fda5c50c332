package io.albumen.photo.reprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.albumen.media.MediaFailure;
import io.albumen.photo.database.Database;
import io.albumen.photo.processing.QuickWorker;
import io.albumen.photo.testing.Beans;
import io.albumen.photo.testing.Death;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Stack
class ReprocessingTest {
  private static final String JOBS = "/api/v1/admin/photo/reprocessing";

  @Inject Database database;
  @Inject DataSource dataSource;
  private final Photographer ada = Photographer.stranger();
  private final Photographer admin = Photographer.stranger();
  private final QuickWorker worker = new QuickWorker();

  /** Whatever a test left running would be another's work. */
  @AfterEach
  void cancelAll() {
    List<String> running = asAdmin().get(JOBS).jsonPath().getList("items.id");
    running.forEach(job -> asAdmin().delete(JOBS + "/" + job));
  }

  @Test
  void makesAllOfSomebodysMediaAnewUnderNewKeys() {
    var first = ready("a.jpg");
    var second = ready("b.jpg");
    var before = renditionKeys();
    var job = start(Map.of("scope", "ALL", "userId", ada.id().value()));
    assertThat(job.getString("state")).isEqualTo("RUNNING");

    workUntilDone();

    var done = get(job);
    assertThat(done.getString("state")).isEqualTo("DONE");
    assertThat(List.of(done.getInt("total"), done.getInt("done"), done.getInt("failed")))
        .containsExactly(2, 2, 0);
    assertThat(done.getString("finishedAt")).isNotNull();
    assertThat(renditionKeys()).hasSize(2).doesNotContainAnyElementsOf(before);
    for (var media : List.of(first, second)) {
      assertThat(ada.get("/api/v1/media/{0}", media).getList("renditions")).hasSize(2);
    }
  }

  @Test
  void mendsWhatFailed() {
    var failed = ada.upload(LocalFile.photo("failed.jpg"));
    worker.giveUp(ada.id(), failed);
    ready("fine.jpg");
    var job = start(Map.of("scope", "FAILED", "userId", ada.id().value()));

    workUntilDone();

    assertThat(get(job).getInt("total")).isEqualTo(1);
    assertThat(ada.get("/api/v1/media/{0}", failed).getString("state")).isEqualTo("READY");
    assertThat(ada.get("/api/v1/media/{0}", failed).getMap("problem")).isNull();
  }

  @Test
  void keepsWhatIsThereWhenTheEngineRefuses() {
    var media = ready("a.jpg");
    var keys = renditionKeys();
    var job = start(of(media));

    lane(new QuickWorker(
            (original, type, name, directory) -> {
              throw new MediaFailure(MediaFailure.Reason.CORRUPT, "no more");
            }))
        .step();
    workUntilDone();

    assertThat(get(job).getInt("failed")).isEqualTo(1);
    assertThat(get(job).getString("state")).isEqualTo("DONE");
    assertThat(renditionKeys()).isEqualTo(keys);
    assertThat(ada.get("/api/v1/media/{0}", media).getString("state")).isEqualTo("READY");
  }

  @Test
  void givesUpAnItemThatFailsAgainAndAgain() {
    var job = start(of(ready("a.jpg")));
    var failing =
        lane(
            new QuickWorker(
                (original, type, name, directory) -> {
                  throw new MediaFailure(MediaFailure.Reason.ENGINE, "again");
                }));

    for (var tries = 0; tries < 7; tries++) {
      failing.step();
      letTheTimeCome();
    }
    workUntilDone();

    assertThat(get(job).getInt("failed")).isEqualTo(1);
    assertThat(get(job).getString("state")).isEqualTo("DONE");
  }

  @Test
  void doesNothingMoreOnceItIsCancelled() {
    ready("a.jpg");
    ready("b.jpg");
    var keys = renditionKeys();
    var job = start(Map.of("scope", "ALL", "userId", ada.id().value()));
    lane(worker).step();

    var cancelled = asAdmin().delete(JOBS + "/" + job.getString("id")).jsonPath();
    workUntilDone();

    assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
    assertThat(get(job).getInt("done")).isZero();
    assertThat(renditionKeys()).isEqualTo(keys);
  }

  @Test
  void leavesAPlaceAndADateThatWereSetByHand() {
    var media = ready("a.jpg");
    ada.request()
        .contentType("application/merge-patch+json")
        .body("{\"location\": null, \"takenAt\": \"2001-02-03T04:05:06.000Z\"}")
        .patch("/api/v1/media/{0}", media)
        .then()
        .statusCode(200);
    start(of(media));

    workUntilDone();

    var renewed = ada.get("/api/v1/media/{0}", media);
    assertThat(renewed.getMap("place")).isNull();
    assertThat(renewed.getString("takenAt")).isEqualTo("2001-02-03T04:05:06.000Z");
    assertThat(renewed.getString("takenAtSource")).isEqualTo("EDITED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void comesToItsEndWhereverAWorkerDied(boolean isTooLate) {
    var media = ready("a.jpg");
    var steps = 0;
    for (var hasDied = true; hasDied && steps < 40; ) {
      var job = start(of(media));
      var death = new Death(++steps, isTooLate);

      hasDied = dies(death);
      letTheTimeCome();
      workUntilDone();

      assertThat(get(job).getString("state")).isEqualTo("DONE");
      assertThat(get(job).getInt("done")).isEqualTo(1);
      assertThat(ada.get("/api/v1/media/{0}", media).getList("renditions")).hasSize(2);
    }
    assertThat(steps).isBetween(8, 39);
  }

  private boolean dies(Death death) {
    try {
      var dying = new Database(death.stalksCommits(dataSource));
      Beans.make(
              ReprocessingLane.class,
              dying,
              Beans.make(ReprocessingService.class, dying),
              worker.renewals(dying))
          .step();
      return false;
    } catch (Death killed) {
      return true;
    }
  }

  @Test
  void isForAdministratorsAlone() {
    ada.request().body(Map.of("scope", "ALL")).post(JOBS).then().statusCode(403);
    ada.request().get(JOBS).then().statusCode(403);
  }

  @Test
  void attack10RefusesIdsWithoutTheirOwnerAndOthersIds() {
    var media = ready("a.jpg");
    var bob = UUID.randomUUID();

    asAdmin()
        .body(Map.of("scope", "IDS", "mediaIds", List.of(media)))
        .post(JOBS)
        .then()
        .statusCode(400);
    var job = start(Map.of("scope", "IDS", "userId", bob, "mediaIds", List.of(media)));

    assertThat(job.getInt("total")).isZero();
  }

  private Map<String, Object> of(UUID media) {
    return Map.of("scope", "IDS", "userId", ada.id().value(), "mediaIds", List.of(media));
  }

  private UUID ready(String name) {
    var media = ada.upload(LocalFile.photo(name));
    worker.process(ada.id(), media);
    return media;
  }

  private List<String> renditionKeys() {
    return database.inTransaction(
        transaction ->
            transaction.query(
                "select rendition_key from media where owner_id = ? order by id",
                row -> row.text("rendition_key"),
                ada.id().value()));
  }

  private void letTheTimeCome() {
    database.transact(
        transaction ->
            transaction.update(
                "update reprocessing_items set due_at = now() where owner_id = ?",
                ada.id().value()));
  }

  private void workUntilDone() {
    var lane = lane(worker);
    for (var steps = 0; lane.step(); steps++) {
      assertThat(steps).isLessThan(100);
    }
  }

  private static ReprocessingLane lane(QuickWorker worker) {
    return Beans.make(ReprocessingLane.class, worker.renewals());
  }

  private JsonPath start(Map<String, Object> request) {
    return asAdmin().body(request).post(JOBS).then().statusCode(202).extract().jsonPath();
  }

  private JsonPath get(JsonPath job) {
    return asAdmin().get(JOBS + "/" + job.getString("id")).jsonPath();
  }

  private RequestSpecification asAdmin() {
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.access(admin.id(), "admin"))
        .contentType(ContentType.JSON);
  }
}
