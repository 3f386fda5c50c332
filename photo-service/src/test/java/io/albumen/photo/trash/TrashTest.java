package io.albumen.photo.trash;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.media.MediaFormat;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.outbox.Outbox;
import io.albumen.photo.outbox.OutboxRelay;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.testing.Death;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.albumen.photo.upload.UploadUrls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Stack
class TrashTest {
  @Inject Purge purge;
  @Inject TrashRepository trash;
  @Inject Accounts accounts;
  @Inject UploadUrls urls;
  @Inject Disposal doomed;
  @Inject DisposalSweeper disposal;
  @Inject Outbox outbox;
  @Inject OutboxRelay relay;
  @Inject DataSource dataSource;
  @Inject Clock clock;
  @Inject MediaLibrary library;
  @Inject ObjectStore objects;
  @Inject Database database;
  @Inject Traces traces;
  @TempDir Path folder;

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();

  @Test
  void attack12HidesWhatIsThrownAwayAndKeepsItReadable() {
    var kept = ada.upload(LocalFile.photo("kept.jpg"));
    var file = LocalFile.photo("thrown.jpg");
    var thrown = ada.upload(file);

    throwAway(ada, thrown);

    assertThat(ada.get("/api/v1/timeline/buckets").getLong("[0].count")).isEqualTo(1);
    assertThat(timelineOf(ada)).containsExactly(kept.toString());
    assertThat(ada.get("/api/v1/media/{0}", thrown).getString("trashedAt")).isNotNull();
    var link = ada.get("/api/v1/media/{0}/content?variant=original", thrown).getString("url");
    assertThat(Photographer.open(link).body()).isEqualTo(file.bytes());
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes"))
        .isEqualTo(2L * file.bytes().length + sizeDifference(ada, kept, file));
  }

  private static long sizeDifference(Photographer person, UUID media, LocalFile file) {
    return person.get("/api/v1/media/{0}", media).getLong("sizeBytes") - file.bytes().length;
  }

  @Test
  void bringsBackWhatWasThrownAway() {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    throwAway(ada, media);

    var restored = call(ada, "POST", "/api/v1/trash/restore", Map.of("ids", List.of(media)), 200);

    assertThat(restored.getList("results.status")).containsExactly("OK");
    assertThat(timelineOf(ada)).containsExactly(media.toString());
    assertThat(ada.get("/api/v1/timeline/buckets").getLong("[0].count")).isEqualTo(1);
    assertThat(ada.get("/api/v1/trash").getList("id")).isEmpty();
  }

  @Test
  void whatIsSentAgainIsToldToBeInTheTrashAndBroughtBackInstead() {
    var file = LocalFile.photo("a.jpg");
    var media = ada.upload(file);
    throwAway(ada, media);
    var checked =
        Map.of(
            "name",
            "a.jpg",
            "size",
            file.bytes().length,
            "sha256",
            file.sha256(),
            "contentType",
            file.contentType(),
            "clientId",
            "1");

    var foretold =
        call(ada, "POST", "/api/v1/uploads/check", Map.of("files", List.of(checked)), 200);
    var minted = ada.mint(file);
    for (var answer : List.of(foretold, minted)) {
      assertThat(answer.getString("results[0].status")).isEqualTo("DUPLICATE");
      assertThat(answer.getBoolean("results[0].trashed")).isTrue();
      assertThat(answer.getString("results[0].mediaId")).isEqualTo(media.toString());
    }
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isZero();
    call(ada, "POST", "/api/v1/trash/restore", Map.of("ids", List.of(media)), 200);

    assertThat(ada.mint(file).getBoolean("results[0].trashed")).isFalse();
    assertThat(timelineOf(ada)).containsExactly(media.toString());
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(file.bytes().length);
  }

  @Test
  void bringsEverythingBackAtOnce() {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    throwAway(ada, media, ada.upload(LocalFile.photo("b.jpg")));

    var restored = call(ada, "POST", "/api/v1/trash/restore", Map.of("all", true), 200);

    assertThat(restored.getLong("restored")).isEqualTo(2);
    assertThat(timelineOf(ada)).hasSize(2);
  }

  @Test
  void countsEachThrowingAwayOnce() {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    ada.upload(LocalFile.photo("b.jpg"));

    for (var i = 0; i < 3; i++) {
      throwAway(ada, media);
    }

    assertThat(ada.get("/api/v1/timeline/buckets").getLong("[0].count")).isEqualTo(1);
    assertThat(ada.get("/api/v1/trash").getLong("count")).isEqualTo(1);
  }

  @Test
  void attack10And11MixingForeignIdsChangesAndTellsNothing() {
    var own = ada.upload(LocalFile.photo("a.jpg"));
    var foreign = bob.upload(LocalFile.photo("b.jpg"));
    var ids = Map.of("ids", List.of(foreign, own, UUID.randomUUID()));

    for (var results :
        List.of(
            call(ada, "DELETE", "/api/v1/media", ids, 200),
            call(ada, "POST", "/api/v1/trash/restore", ids, 200))) {
      assertThat(results.getList("results.status")).containsExactly("FAILED", "OK", "FAILED");
      assertThat(results.getString("results[0].problem.code"))
          .isEqualTo(results.getString("results[2].problem.code"))
          .isEqualTo("media-not-found");
    }
    throwAway(bob, foreign);
    var purged = call(ada, "DELETE", "/api/v1/trash", ids, 202);
    assertThat(purged.getList("results.problem.code"))
        .containsExactly("media-not-found", "media-not-trashed", "media-not-found");
    purge.sweep();

    assertThat(bob.get("/api/v1/trash").getList("id")).containsExactly(foreign.toString());
    assertThat(ada.get("/api/v1/trash").getLong("count")).isZero();
  }

  @Test
  void listsPageByPageLatestFirst() {
    var media =
        IntStream.range(0, 3).mapToObj(i -> ada.upload(LocalFile.photo(i + ".jpg"))).toList();
    media.forEach(id -> throwAway(ada, id));

    var first = ada.get("/api/v1/trash?limit=2");
    var second = ada.get("/api/v1/trash?limit=2&cursor={0}", first.getString("nextCursor"));

    assertThat(first.getList("id"))
        .containsExactly(media.get(2).toString(), media.get(1).toString());
    assertThat(second.getList("id")).containsExactly(media.get(0).toString());
    assertThat(second.getString("nextCursor")).isNull();
    assertThat(first.getLong("count")).isEqualTo(3);
    assertThat(first.getLong("sizeBytes"))
        .isEqualTo(ada.get("/api/v1/usage").getLong("storageBytes"));
    bob.request()
        .get("/api/v1/trash?cursor={0}", first.getString("nextCursor"))
        .then()
        .statusCode(400);
  }

  @Test
  void attack48PurgeLeavesNoRowNoObjectAndNoVersion() throws IOException {
    var media = ready(ada, LocalFile.photo("a.jpg"));
    var libraryKey = traces.libraryKey(ada.id());
    assertThat(traces.objects(ada.id(), libraryKey)).hasSize(3);
    throwAway(ada, media);

    call(ada, "DELETE", "/api/v1/trash", Map.of("ids", List.of(media)), 202);
    call(ada, "POST", "/api/v1/trash/restore", Map.of("all", true), 200);
    purge.sweep();

    ada.request().get("/api/v1/media/{0}", media).then().statusCode(404);
    awaitNoObjectOf(ada);
    assertThat(traces.tables(ada.id()))
        .doesNotContain("media", "media_versions", "renditions", "media_terms", "map_cells");
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isZero();
  }

  @Test
  void attack30TakesBackWhatAUrlPutsAgainAfterThePurge() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    Photographer.put(minted, 0, file.bytes());
    var media = ada.complete(minted.getString("results[0].uploadId"));
    var id = UUID.fromString(media.getString("results[0].mediaId"));
    throwAway(ada, id);
    call(ada, "DELETE", "/api/v1/trash", Map.of("all", true), 202);
    purge.sweep();
    awaitNoObjectOf(ada);
    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(200);

    database.transact(
        transaction ->
            transaction.update(
                "update doomed_objects set due_at = now(), again_at = now() where owner_id = ?",
                ada.id().value()));

    awaitNoObjectOf(ada);
  }

  @Test
  void purgesByItselfWhenTheTimeHasCome() {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    var waiting = ada.upload(LocalFile.photo("b.jpg"));
    throwAway(ada, media, waiting);
    database.transact(
        transaction ->
            transaction.update(
                "update media set purge_at = now() where owner_id = ? and id = ?",
                ada.id().value(),
                media));

    purge.sweep();

    assertThat(ada.get("/api/v1/trash").getList("id")).containsExactly(waiting.toString());
    ada.request().get("/api/v1/media/{0}", media).then().statusCode(404);
  }

  @Test
  void freesQuotaOnceHoweverManySweepAtOnce() throws Exception {
    var kept = LocalFile.photo("kept.jpg");
    ada.upload(kept);
    var media = IntStream.range(0, 5).mapToObj(i -> ada.upload(LocalFile.photo(i + ".jpg")));
    throwAway(ada, media.toArray(UUID[]::new));
    call(ada, "DELETE", "/api/v1/trash", Map.of("all", true), 202);

    try (var threads = Executors.newFixedThreadPool(4)) {
      var sweep =
          (Callable<Boolean>)
              () -> {
                purge.sweep();
                return true;
              };
      for (var done : threads.invokeAll(List.of(sweep, sweep, sweep, sweep))) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(kept.bytes().length);
  }

  /** Attacks 32 and 48: killed at every step in turn, before or after it took effect. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attack32PurgesOnceWhereverItIsCutOff(boolean isTooLate) throws IOException {
    var kept = LocalFile.photo("kept.jpg");
    ada.upload(kept);
    var step = 1;
    Death death;
    do {
      throwAway(ada, ada.upload(LocalFile.photo("a.jpg")), ready(ada, LocalFile.photo("b.jpg")));
      letTheTimeCome(ada);
      death = new Death(step, isTooLate);
      try {
        purge(new Database(death.stalksCommits(dataSource))).sweep();
      } catch (Death expected) {
        assertThat(expected).isSameAs(death);
      }

      purge.sweep();

      assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(kept.bytes().length);
      awaitObjectsOf(ada, 1);
      step++;
    } while (death.hasCome());
    assertThat(step).isGreaterThan(3);
  }

  private Purge purge(Database rowStore) {
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(TrashConfig.class)
            .build()
            .getConfigMapping(TrashConfig.class);
    return new Purge(
        trash, accounts, urls, doomed, disposal, outbox, relay, rowStore, config, clock);
  }

  private void letTheTimeCome(Photographer person) {
    database.transact(
        transaction ->
            transaction.update(
                """
                update media set purge_at = now() where owner_id = ? and trashed_at is not null
                """,
                person.id().value()));
  }

  @Test
  void keepsTheHalvesOfALivePhotoTogether() {
    var photo = ada.upload(LocalFile.photo("a.heic.jpg"));
    var film = ada.upload(LocalFile.photo("a.mov.jpg"));
    database.transact(
        transaction -> {
          transaction.update(
              "update media set live_photo_of = ?, hidden = true where owner_id = ? and id = ?",
              photo,
              ada.id().value(),
              film);
          transaction.update(
              "update media set live_video_id = ? where owner_id = ? and id = ?",
              film,
              ada.id().value(),
              photo);
        });

    throwAway(ada, photo);

    assertThat(ada.get("/api/v1/media/{0}", film).getString("trashedAt")).isNotNull();
    assertThat(ada.get("/api/v1/trash").getLong("count")).isEqualTo(1);
    call(ada, "POST", "/api/v1/trash/restore", Map.of("ids", List.of(film)), 200);
    assertThat(ada.get("/api/v1/media/{0}", photo).getString("trashedAt")).isNull();
    throwAway(ada, film);
    call(ada, "DELETE", "/api/v1/trash", Map.of("all", true), 202);
    purge.sweep();
    assertThat(traces.tables(ada.id())).doesNotContain("media");
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isZero();
  }

  @Test
  void asksWhichOnes() {
    call(ada, "POST", "/api/v1/trash/restore", Map.of(), 400);
    call(ada, "DELETE", "/api/v1/trash", Map.of("all", false), 400);
    call(ada, "DELETE", "/api/v1/media", Map.of("ids", List.of()), 400);
  }

  /** The sweeper of the service may have been first, and still be at it. */
  private void awaitNoObjectOf(Photographer person) {
    awaitObjectsOf(person, 0);
  }

  private void awaitObjectsOf(Photographer person, int count) {
    var deadline = Instant.now().plusSeconds(20);
    var libraryKey = traces.libraryKey(person.id());
    while (traces.objects(person.id(), libraryKey).size() != count) {
      disposal.sweep();
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static void throwAway(Photographer person, UUID... media) {
    var results = call(person, "DELETE", "/api/v1/media", Map.of("ids", List.of(media)), 200);
    assertThat(results.getList("results.status")).containsOnly("OK");
  }

  private static JsonPath call(
      Photographer person, String method, String path, Object body, int status) {
    return person
        .request()
        .body(body)
        .request(method, path)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  private static List<String> timelineOf(Photographer person) {
    var bucket = person.get("/api/v1/timeline/buckets").getString("[0].bucket");
    return person.get("/api/v1/timeline/buckets/{0}", bucket).getList("id");
  }

  private UUID ready(Photographer person, LocalFile file) throws IOException {
    var media = person.upload(file);
    var id = new MediaId(media);
    var prefix = library.findUnprocessed(person.id(), id).orElseThrow().renditionPrefix();
    for (var content : List.of("first try", "second try")) {
      var made = Files.writeString(folder.resolve(UUID.randomUUID().toString()), content);
      objects.putImmutable(prefix + "preview.jpg", made, "image/jpeg");
    }
    library.becomeReady(
        person.id(),
        id,
        new MediaLibrary.Result(
            MediaFormat.Kind.PHOTO,
            null,
            new Findings(null, null, null, null, null, null),
            List.of(new Rendition("preview.jpg", "image/jpeg", 1, 1, 1))));
    return media;
  }
}
