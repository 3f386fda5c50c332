package io.albumen.photo.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.media.library.MediaRenewals;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.testing.Beans;
import io.albumen.photo.testing.Death;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker killed before and after each thing it does, and its message delivered again. */
@QuarkusTest
@Stack
class WorkerDeathTest {
  private static final int MAX_STEPS = 40;

  @Inject DataSource dataSource;
  @Inject ObjectStore objects;
  @Inject DisposalSweeper disposal;
  @Inject Database database;
  @Inject Traces traces;
  private final Photographer ada = Photographer.stranger();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attack32SettlesAnItemOnceWhereverTheWorkerDied(boolean isTooLate) {
    var steps = 0;
    for (var hasDied = true; hasDied && steps < MAX_STEPS; ) {
      var media = ada.upload(LocalFile.photo("%d-%s.jpg".formatted(steps, isTooLate)));
      var death = new Death(++steps, isTooLate);

      hasDied = dies(() -> worker(death).process(ada.id(), new MediaId(media)));
      living().process(ada.id(), new MediaId(media));
      living().process(ada.id(), new MediaId(media));

      assertThat(ada.get("/api/v1/media/{0}", media).getString("state")).isEqualTo("READY");
      assertThat(ada.get("/api/v1/media/{0}", media).getList("renditions.variant"))
          .containsExactly("preview", "thumbnail");
    }
    assertThat(steps).isBetween(8, MAX_STEPS - 1);
    assertNothingIsLeftOver(steps);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void renewsAnItemWhereverTheWorkerDied(boolean isTooLate) {
    var media = ada.upload(LocalFile.photo("again.jpg"));
    living().process(ada.id(), new MediaId(media));
    var steps = 0;
    for (var hasDied = true; hasDied && steps < MAX_STEPS; ) {
      var death = new Death(++steps, isTooLate);
      hasDied = dies(() -> renewals(death).renew(ada.id(), new MediaId(media)));

      letTheTimeComeToDispose();
      assertNothingIsLeftOver(1);
    }
    assertThat(steps).isBetween(8, MAX_STEPS - 1);
    assertThat(ada.get("/api/v1/media/{0}", media).getString("state")).isEqualTo("READY");
  }

  @Test
  void usesNothingThatIsBeingDisposedOf() {
    var media = ada.upload(LocalFile.photo("slow.jpg"));
    living().process(ada.id(), new MediaId(media));
    RenditionMaker slow =
        (original, type, name, directory) -> {
          letTheTimeComeToDispose();
          return Made.newYear(original, type, name, directory);
        };

    var production = Beans.make(Production.class, slow);
    assertThat(Beans.make(Renewals.class, production).renew(ada.id(), new MediaId(media))).isTrue();

    letTheTimeComeToDispose();
    assertNothingIsLeftOver(1);
  }

  private static boolean dies(Runnable work) {
    try {
      work.run();
      return false;
    } catch (Death death) {
      return true;
    }
  }

  /** Each item with its original and two renditions, each rendition with its row. */
  private void assertNothingIsLeftOver(int items) {
    letTheTimeComeToDispose();
    var expected =
        database.inTransaction(
            transaction ->
                transaction.query(
                    """
                    select 'renditions/' || library_key || '/' || rendition_key || '/' || r.name
                      as key
                    from renditions r join media m on m.owner_id = r.owner_id and m.id = r.media_id
                      join accounts a on a.id = m.owner_id
                    where r.owner_id = ?
                    union all select object_key from media_versions where owner_id = ?
                    """,
                    row -> row.text("key"),
                    ada.id().value(),
                    ada.id().value()));
    assertThat(expected).hasSize(3 * items);
    assertThat(traces.objects(ada.id(), traces.libraryKey(ada.id())).stream().distinct())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(ada.get("/api/v1/timeline/buckets").getList("count")).containsExactly(items);
  }

  private void letTheTimeComeToDispose() {
    database.transact(
        transaction ->
            transaction.update(
                "update doomed_objects set due_at = now() where owner_id = ?", ada.id().value()));
    disposal.sweep();
  }

  private static ProcessingService living() {
    var production = Beans.make(Production.class, (RenditionMaker) Made::newYear);
    return Beans.make(ProcessingService.class, production);
  }

  private ProcessingService worker(Death death) {
    var library = library(death);
    return Beans.make(ProcessingService.class, library, production(death, library));
  }

  private Renewals renewals(Death death) {
    var stalked = new Database(death.stalksCommits(dataSource));
    var library = Beans.make(MediaLibrary.class, stalked);
    return Beans.make(
        Renewals.class,
        Beans.make(MediaRenewals.class, library, stalked),
        production(death, library));
  }

  private MediaLibrary library(Death death) {
    return Beans.make(MediaLibrary.class, new Database(death.stalksCommits(dataSource)));
  }

  private Production production(Death death, MediaLibrary library) {
    return Beans.make(
        Production.class,
        library,
        Beans.make(HashCheck.class, library),
        death.stalks(ObjectStore.class, objects),
        death.stalks(RenditionMaker.class, Made::newYear));
  }
}
