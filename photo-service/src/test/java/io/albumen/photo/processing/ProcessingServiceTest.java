package io.albumen.photo.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.UserId;
import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.erasure.ErasureSweeper;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.outbox.OutboxRelay;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class ProcessingServiceTest {
  @Inject MediaLibrary library;
  @Inject ObjectStore objects;
  @Inject OutboxRelay relay;
  @Inject Results results;
  @Inject ProcessingConfig config;
  @Inject Clock clock;
  @Inject Database database;
  @Inject DisposalSweeper disposal;
  @Inject ErasureSweeper erasures;
  @Inject Accounts accounts;
  @Inject Traces traces;

  private boolean isDead;
  private final Photographer ada = Photographer.stranger();
  private final LocalFile file = LocalFile.photo("new-year.jpg");

  @Test
  void makesAnItemReady() {
    var media = ada.upload(file);

    worker(Made::newYear).process(ada.id(), new MediaId(media));

    var ready = ada.get("/api/v1/media/{0}", media);
    assertThat(ready.getString("state")).isEqualTo("READY");
    assertThat(ready.getInt("width")).isEqualTo(3024);
    assertThat(ready.getString("takenAt")).isEqualTo("2021-01-01T04:59:58.000Z");
    assertThat(ready.getString("takenAtSource")).isEqualTo("EXIF");
    assertThat(ready.getString("camera.model")).isEqualTo("EOS R6");
    assertThat(ready.getDouble("place.latitude")).isEqualTo(40.758);
    assertThat(ready.getString("place.city")).isEqualTo("New York City");
    assertThat(ready.getString("place.countryCode")).isEqualTo("US");
    assertThat(ready.getString("place.source")).isEqualTo("ORIGINAL");
    assertThat(ready.getList("renditions.variant")).containsExactly("preview", "thumbnail");
  }

  @Test
  void movesAnItemToTheMonthItWasTaken() {
    var media = ada.upload(file);
    var uploaded = ada.get("/api/v1/timeline/buckets").getString("[0].bucket");
    var waiting = ada.get("/api/v1/timeline/buckets/{0}", uploaded);
    assertThat(waiting.getList("renditionKey")).containsExactly((Object) null);
    assertThat(waiting.getList("state")).containsExactly("PROCESSING");

    worker(Made::newYear).process(ada.id(), new MediaId(media));

    assertThat(ada.get("/api/v1/timeline/buckets").getList("bucket")).containsExactly("2020-12");
    assertThat(ada.get("/api/v1/timeline/buckets").getInt("[0].count")).isEqualTo(1);
    var page = ada.get("/api/v1/timeline/buckets/2020-12");
    assertThat(page.getList("id")).containsExactly(media.toString());
    assertThat(page.getDouble("ratio[0]")).isEqualTo(0.75);
    var thumbnail =
        "renditions/" + libraryKey() + "/" + page.getString("renditionKey[0]") + "/thumbnail.webp";
    assertThat(objects.find(thumbnail)).isPresent();
    assertThat(page.getString("renditions.base")).endsWith("/renditions/" + libraryKey() + "/");
  }

  @Test
  void attack32GoesOnAfterADeathBetweenUploadAndCommit() {
    var media = ada.upload(file);
    var dying = worker(dyingAfter("preview.jpg"), Made::newYear);
    assertThatThrownBy(() -> dying.process(ada.id(), new MediaId(media)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(state(media)).isEqualTo("PROCESSING");

    var worker = worker(Made::newYear);
    worker.process(ada.id(), new MediaId(media));
    worker.process(ada.id(), new MediaId(media));

    assertThat(state(media)).isEqualTo("READY");
    assertThat(ada.get("/api/v1/timeline/buckets").getList("count")).containsExactly(1);
  }

  @Test
  void attack48LeavesNothingOfAnAccountDeletedWhileItWorked() {
    var media = ada.upload(file);

    worker(
            (original, type, name, directory) -> {
              erase();
              return Made.newYear(original, type, name, directory);
            })
        .process(ada.id(), new MediaId(media));

    assertErased();
  }

  @Test
  void attack48TakesBackWhatItPutAsTheAccountWasDeleted() {
    var media = ada.upload(file);
    var working = worker(during("putImmutable", this::erase), Made::newYear);

    working.process(ada.id(), new MediaId(media));

    assertErased();
  }

  @Test
  void attack48EndsWithoutAnItemThatIsErasedBeforeItIsSettled() {
    var media = ada.upload(file);

    worker(
            (_, _, _, _) -> {
              erase();
              throw new MediaFailure(Reason.CORRUPT, "half gone");
            })
        .process(ada.id(), new MediaId(media));

    assertErased();
  }

  @Test
  void attack48SweepsAgainForAWorkerThatDiedAsTheAccountWasDeleted() {
    var media = ada.upload(file);
    var dying = worker(during("putImmutable", this::eraseAndDie), Made::newYear);
    assertThatThrownBy(() -> dying.process(ada.id(), new MediaId(media)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(traces.objects(ada.id(), traces.libraryKey(ada.id()))).isNotEmpty();
    traces.letTheTimeCome(ada.id());
    erasures.erase(ada.id());
    traces.awaitErased(ada.id());
  }

  @Test
  void goesOnForASuspendedAccount() {
    var media = ada.upload(file);
    accounts.suspend(ada.id(), true, Instant.parse("2026-03-28T12:00:00Z"));

    worker(Made::newYear).process(ada.id(), new MediaId(media));

    accounts.suspend(ada.id(), false, Instant.parse("2026-03-28T12:00:01Z"));
    assertThat(state(media)).isEqualTo("READY");
  }

  @Test
  void attack35RejectsWhatIsCorruptAndForgetsItsBytes() {
    var media = ada.upload(file);
    var original = traces.originalKey(ada.id(), media);

    worker(failing(Reason.CORRUPT)).process(ada.id(), new MediaId(media));
    disposal.sweep();

    var rejected = ada.get("/api/v1/media/{0}", media);
    assertThat(rejected.getString("state")).isEqualTo("REJECTED");
    assertThat(rejected.getString("problem.code")).isEqualTo("media-corrupt");
    assertThat(rejected.getString("problem.detail"))
        .contains("new-year.jpg")
        .doesNotContain("secret");
    assertThat(objects.find(original)).isEmpty();
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isZero();
    assertThat(ada.get("/api/v1/timeline/buckets").getList("")).isEmpty();
    assertThat(ada.mint(file).getString("results[0].status")).isEqualTo("ACCEPTED");
  }

  @Test
  void triesAgainWhatTheEngineCouldNotDo() {
    var media = ada.upload(file);

    assertThatThrownBy(() -> worker(failing(Reason.ENGINE)).process(ada.id(), new MediaId(media)))
        .isInstanceOf(MediaFailure.class);

    assertThat(state(media)).isEqualTo("PROCESSING");
  }

  @Test
  void keepsTheOriginalOfWhatItGivesUp() {
    var media = ada.upload(file);

    worker(failing(Reason.ENGINE)).giveUp(ada.id(), new MediaId(media));
    disposal.sweep();

    assertThat(state(media)).isEqualTo("FAILED");
    assertThat(objects.find(traces.originalKey(ada.id(), media))).isPresent();
    assertThat(ada.get("/api/v1/timeline/buckets").getInt("[0].count")).isEqualTo(1);
  }

  @Test
  void attack50DoesNothingForTheWrongOwner() {
    var media = ada.upload(file);

    var bob = new UserId(UUID.randomUUID());
    worker(Made::newYear).process(bob, new MediaId(media));
    worker(Made::newYear).giveUp(bob, new MediaId(media));

    assertThat(state(media)).isEqualTo("PROCESSING");
  }

  @Test
  void leavesNothingOnDisk() {
    var media = ada.upload(file);
    var seen = new Path[1];

    worker(
            (original, type, name, directory) -> {
              seen[0] = directory;
              return Made.newYear(original, type, name, directory);
            })
        .process(ada.id(), new MediaId(media));

    assertThat(seen[0].getParent()).doesNotExist();
  }

  private ProcessingService worker(RenditionMaker maker) {
    return worker(objects, maker);
  }

  private ProcessingService worker(ObjectStore store, RenditionMaker maker) {
    var production = new Production(library, store, new HashCheck(library), maker, results, config);
    return new ProcessingService(library, production, relay, clock);
  }

  private void erase() {
    erasures.erase(ada.id());
    traces.awaitErased(ada.id());
  }

  private void eraseAndDie() {
    erase();
    isDead = true;
  }

  private void assertErased() {
    assertThat(traces.tables(ada.id())).doesNotContain("accounts", "media", "renditions");
    assertThat(traces.objects(ada.id(), traces.libraryKey(ada.id()))).isEmpty();
  }

  /** A bucket during whose first such call something happens, before it takes effect. */
  private ObjectStore during(String name, Runnable event) {
    var pending = new AtomicReference<@Nullable Runnable>(event);
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (_, method, arguments) -> {
              if (isDead) {
                throw new IllegalStateException("killed");
              }
              var happening = method.getName().equals(name) ? pending.getAndSet(null) : null;
              if (happening != null) {
                happening.run();
              }
              return method.invoke(objects, arguments);
            });
  }

  /** A bucket whose client is killed right after it has put the last rendition. */
  private ObjectStore dyingAfter(String rendition) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (_, method, arguments) -> {
              var result = method.invoke(objects, arguments);
              if (method.getName().equals("putImmutable")
                  && ((String) arguments[0]).endsWith(rendition)) {
                throw new IllegalStateException("killed");
              }
              return result;
            });
  }

  private static RenditionMaker failing(Reason reason) {
    return (original, type, name, directory) -> {
      throw new MediaFailure(reason, "secret words of the engine");
    };
  }

  private String state(UUID media) {
    return ada.get("/api/v1/media/{0}", media).getString("state");
  }

  private String libraryKey() {
    return database.inTransaction(
        transaction ->
            transaction
                .query(
                    "select library_key from accounts where id = ?",
                    row -> row.text("library_key"),
                    ada.id().value())
                .getFirst());
  }
}
