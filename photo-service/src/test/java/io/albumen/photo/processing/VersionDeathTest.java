package io.albumen.photo.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.media.MediaFailure;
import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaVersions;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.testing.Beans;
import io.albumen.photo.testing.Death;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an item shows while its next original is processed, and wherever the worker is killed. */
@QuarkusTest
@Stack
class VersionDeathTest {
  private static final int MAX_STEPS = 40;
  private static final RenditionMaker DAMAGED =
      (original, type, name, directory) -> {
        throw new MediaFailure(MediaFailure.Reason.CORRUPT, "no more");
      };

  @Inject DataSource dataSource;
  @Inject ObjectStore objects;
  @Inject DisposalSweeper disposal;
  @Inject Database database;
  @Inject Traces traces;

  private final Photographer ada = Photographer.stranger();
  private final LocalFile first = LocalFile.photo("first.jpg");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attack32ANewVersionBecomesCurrentOnceWhereverTheWorkerDied(boolean isTooLate) {
    var media = ready();
    var steps = 0;
    var bytes = (long) first.bytes().length;
    for (var hasDied = true; hasDied && steps < MAX_STEPS; ) {
      var next = LocalFile.photo("next.jpg");
      bytes += next.bytes().length;
      ada.replace(media, next);

      hasDied = dies(new Death(++steps, isTooLate), media, Made::newYear);
      assertServed(media);
      worker(Made::newYear).process(ada.id(), new MediaId(media));
      worker(Made::newYear).process(ada.id(), new MediaId(media));

      assertThat(item(media, "sha256")).isEqualTo(next.sha256());
      assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(bytes);
      assertServed(media);
    }
    assertThat(steps).isBetween(8, MAX_STEPS - 1);
    letTheTimeComeToDispose();
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(referredTo()).hasSize(steps + 3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attack32AVersionThatCannotBeMadeLeavesTheOldOneWhereverTheWorkerDied(boolean isTooLate) {
    var media = ready();
    var before = stored();
    var steps = 0;
    for (var hasDied = true; hasDied && steps < MAX_STEPS; ) {
      ada.replace(media, LocalFile.photo("next.jpg"));

      hasDied = dies(new Death(++steps, isTooLate), media, DAMAGED);
      assertServed(media);
      worker(DAMAGED).process(ada.id(), new MediaId(media));

      assertThat(item(media, "state")).isEqualTo("READY");
      assertThat(item(media, "sha256")).isEqualTo(first.sha256());
      assertThat(ada.get("/api/v1/media/{0}/versions", media).getList("items")).hasSize(1);
      assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(first.bytes().length);
      assertServed(media);
    }
    assertThat(steps).isBetween(4, MAX_STEPS - 1);
    letTheTimeComeToDispose();
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aVersionGivenUpKeepsItsOriginalAndTheItemAsItWas() {
    var media = ready();
    var next = LocalFile.photo("next.jpg");
    ada.replace(media, next);

    worker(Made::newYear).giveUp(ada.id(), new MediaId(media));
    worker(Made::newYear).process(ada.id(), new MediaId(media));

    assertThat(item(media, "sha256")).isEqualTo(first.sha256());
    assertThat(ada.get("/api/v1/media/{0}/versions", media).getList("items.sha256"))
        .containsExactly(next.sha256(), first.sha256());
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes"))
        .isEqualTo(first.bytes().length + next.bytes().length);
    assertServed(media);
  }

  @Test
  void attack48PurgeLeavesNoOriginalAndNoRenditionOfAnyVersion() {
    var media = ready();
    ada.replace(media, LocalFile.photo("second.jpg"));
    worker(Made::newYear).process(ada.id(), new MediaId(media));
    ada.request().post("/api/v1/media/{0}/versions/1/restore", media).then().statusCode(200);
    worker(Made::newYear).process(ada.id(), new MediaId(media));
    ada.replace(media, LocalFile.photo("pending.jpg"));
    dies(new Death(6, true), media, Made::newYear);
    assertThat(stored().stream().filter(key -> key.startsWith("originals/"))).hasSize(3);
    ada.throwAway(media);

    ada.request()
        .body(Map.of("ids", List.of(media)))
        .delete("/api/v1/trash")
        .then()
        .statusCode(202);

    awaitNothingStored();
    worker(Made::newYear).process(ada.id(), new MediaId(media));
    awaitNothingStored();
    assertThat(traces.tables(ada.id())).doesNotContain("media", "media_versions", "renditions");
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isZero();
  }

  private UUID ready() {
    var media = ada.upload(first);
    new QuickWorker().process(ada.id(), media);
    return media;
  }

  private String item(UUID media, String member) {
    return ada.get("/api/v1/media/{0}", media).getString(member);
  }

  /** Every file that the item names is there. */
  private void assertServed(UUID media) {
    disposal.sweep();
    assertThat(item(media, "state")).isEqualTo("READY");
    assertThat(ada.get("/api/v1/media/{0}", media).getList("renditions")).hasSize(2);
    assertThat(stored()).containsAll(referredTo());
  }

  private List<String> stored() {
    return traces.objects(ada.id(), traces.libraryKey(ada.id())).stream().distinct().toList();
  }

  private List<String> referredTo() {
    return database.inTransaction(
        transaction ->
            transaction.query(
                """
                select 'renditions/' || library_key || '/' || rendition_key || '/' || r.name as key
                from renditions r join media m on m.owner_id = r.owner_id and m.id = r.media_id
                  join accounts a on a.id = m.owner_id
                where r.owner_id = ?
                union select object_key from media_versions where owner_id = ?
                """,
                row -> row.text("key"),
                ada.id().value(),
                ada.id().value()));
  }

  private void letTheTimeComeToDispose() {
    database.transact(
        transaction ->
            transaction.update(
                "update doomed_objects set due_at = now() where owner_id = ?", ada.id().value()));
    disposal.sweep();
  }

  private void awaitNothingStored() {
    var deadline = Instant.now().plusSeconds(20);
    while (!stored().isEmpty()) {
      assertThat(Instant.now()).as("left: %s", stored()).isBefore(deadline);
      letTheTimeComeToDispose();
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private boolean dies(Death death, UUID media, RenditionMaker maker) {
    try {
      dying(death, maker).process(ada.id(), new MediaId(media));
      return false;
    } catch (Death killed) {
      return true;
    }
  }

  private static VersionProcessing worker(RenditionMaker maker) {
    return Beans.make(VersionProcessing.class, Beans.make(Production.class, maker));
  }

  private VersionProcessing dying(Death death, RenditionMaker maker) {
    var stalked = new Database(death.stalksCommits(dataSource));
    var library = Beans.make(MediaLibrary.class, stalked);
    return Beans.make(
        VersionProcessing.class,
        Beans.make(MediaVersions.class, library, stalked),
        Beans.make(
            Production.class,
            library,
            Beans.make(HashCheck.class, library),
            death.stalks(ObjectStore.class, objects),
            death.stalks(RenditionMaker.class, maker)));
  }
}
