package io.albumen.photo.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.storage.ObjectReader;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.testing.Death;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Stack
class DownloadTest {
  @Inject DownloadBuilder builder;
  @Inject DownloadRepository downloads;
  @Inject DownloadService service;
  @Inject DownloadWorker worker;
  @Inject ArchiveWriter writer;
  @Inject ArchiveStore archives;
  @Inject ObjectReader reader;
  @Inject ObjectStore objects;
  @Inject DisposalSweeper disposal;
  @Inject Database database;
  @Inject DataSource dataSource;
  @Inject Clock clock;
  @Inject Traces traces;
  @TempDir Path folder;

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();

  @Test
  void packsOriginalsUnderTheirNamesAndDates() throws IOException {
    var one = LocalFile.photo("beach.jpg");
    var two = LocalFile.photo("beach.jpg");
    var ids = List.of(ada.upload(one), ada.upload(two));
    var size = post(ada, "/api/v1/downloads/check", Map.of("mediaIds", ids), 200);
    assertThat(size.getInt("itemCount")).isEqualTo(2);
    assertThat(size.getInt("partCount")).isEqualTo(1);

    var ready = built(ada, create(ada, ids, "../holiday"));

    assertThat(ready.getString("state")).isEqualTo("READY");
    assertThat(ready.getLong("doneBytes")).isEqualTo(size.getLong("totalBytes"));
    assertThat(ready.getList("parts.name")).containsExactly("holiday.zip");
    assertThat(ready.getString("parts[0].url")).contains("attachment");
    var entries = unpack(ready.getString("parts[0].url"));
    assertThat(entries.keySet()).containsExactlyInAnyOrder("beach.jpg", "beach (2).jpg");
    assertThat(entries.values()).containsExactlyInAnyOrder(one.bytes(), two.bytes());
  }

  @Test
  void storesWithSizesAndDatesAheadSoThatAnyReaderCanStream() throws IOException {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    var taken = Instant.parse(ada.get("/api/v1/media/{0}", media).getString("takenAt"));

    var ready = built(ada, create(ada, List.of(media), null));

    var zip = Photographer.open(ready.getString("parts[0].url")).body();
    try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      var entry = stream.getNextEntry();
      assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(entry.getSize()).isPositive();
      assertThat(entry.getLastModifiedTime().toInstant().getEpochSecond())
          .isEqualTo(taken.getEpochSecond());
    }
  }

  @Test
  void packsWhatIsInTheTrashAndNamesWhatWasPurged() throws IOException {
    var kept = LocalFile.photo("kept.jpg");
    var keptId = ada.upload(kept);
    var goneId = ada.upload(LocalFile.photo("gone.jpg"));
    ada.request().body(Map.of("ids", List.of(keptId))).delete("/api/v1/media");
    var id = create(ada, List.of(keptId, goneId), null);
    objects.delete(traces.originalKey(ada.id(), goneId));

    var entries = unpack(built(ada, id).getString("parts[0].url"));

    assertThat(entries.get("kept.jpg")).isEqualTo(kept.bytes());
    assertThat(new String(entries.get("missing.txt"), UTF_8))
        .isEqualTo("gone.jpg is no longer there\r\n");
  }

  @Test
  void leavesOutWhatIsDamaged() throws IOException {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    database.transact(
        transaction ->
            transaction.update(
                "update media_versions set sha256 = repeat('0', 64) where owner_id = ?",
                ada.id().value()));

    var entries = unpack(built(ada, create(ada, List.of(media), null)).getString("parts[0].url"));

    assertThat(entries.keySet()).containsExactly("missing.txt");
  }

  @Test
  void attack10And11CountsAndPacksNothingForeign() throws IOException {
    var own = ada.upload(LocalFile.photo("a.jpg"));
    var foreign = bob.upload(LocalFile.photo("b.jpg"));
    var ids = List.of(foreign, own, UUID.randomUUID());

    var size = post(ada, "/api/v1/downloads/check", Map.of("mediaIds", ids), 200);
    var id = create(ada, ids, null);

    assertThat(size.getInt("itemCount")).isEqualTo(1);
    assertThat(size.getList("missing")).hasSize(2);
    bob.request().get("/api/v1/downloads/{0}", id).then().statusCode(404);
    bob.request().delete("/api/v1/downloads/{0}", id).then().statusCode(404);
    assertThat(bob.get("/api/v1/downloads").getList("items")).isEmpty();
    assertThat(unpack(built(ada, id).getString("parts[0].url")).keySet()).containsExactly("a.jpg");
    post(ada, "/api/v1/downloads", Map.of("mediaIds", List.of(foreign)), 422);
  }

  @Test
  void takesOnlySoManyAtOnce() {
    var media = List.of(ada.upload(LocalFile.photo("a.jpg")));
    for (var i = 0; i < 3; i++) {
      create(ada, media, null);
    }

    var refused = post(ada, "/api/v1/downloads", Map.of("mediaIds", media), 409);

    assertThat(refused.getString("code")).isEqualTo("too-many-downloads");
  }

  @Test
  void leavesNothingOfWhatIsCalledOffOrRemoved() {
    var media = List.of(ada.upload(LocalFile.photo("a.jpg")));
    var calledOff = create(ada, media, null);
    ada.request().delete("/api/v1/downloads/{0}", calledOff).then().statusCode(204);
    assertThat(ada.get("/api/v1/downloads/{0}", calledOff).getString("state"))
        .isEqualTo("CANCELLED");
    var removed = create(ada, media, null);
    built(ada, removed);
    ada.request().delete("/api/v1/downloads/{0}", removed).then().statusCode(204);

    awaitNoArchiveOf(ada);

    ada.request().get("/api/v1/downloads/{0}", removed).then().statusCode(404);
  }

  @Test
  void stopsWhenItIsCalledOffMeanwhile() {
    var id = create(ada, List.of(ada.upload(LocalFile.photo("a.jpg"))), null);
    var isCalledOff = new boolean[1];

    untilSettled(
        ada,
        id,
        () ->
            builder.buildNext(
                () -> {
                  if (!isCalledOff[0] && state(ada, id).equals("BUILDING")) {
                    ada.request().delete("/api/v1/downloads/{0}", id).then().statusCode(204);
                    isCalledOff[0] = true;
                  }
                  return false;
                }));

    assertThat(state(ada, id)).isEqualTo("CANCELLED");
    awaitNoArchiveOf(ada);
  }

  @Test
  void leavesADownloadToOthersWhenItsProcessEnds() throws IOException {
    var id = create(ada, List.of(ada.upload(LocalFile.photo("a.jpg"))), null);

    while (state(ada, id).equals("QUEUED") && attempts(id) == 0) {
      builder.buildNext(() -> true);
    }

    assertThat(state(ada, id)).isEqualTo("QUEUED");
    assertThat(unpack(built(ada, id).getString("parts[0].url"))).containsKey("a.jpg");
  }

  @Test
  void leavesTheArchiveOfWhoTookItOver() throws IOException {
    var id = create(ada, List.of(ada.upload(LocalFile.photo("a.jpg"))), null);
    ArchiveStore slow =
        key ->
            new Overtaken(
                archives.begin(key),
                () -> {
                  letLeasePass(id);
                  built(ada, id);
                });

    while (state(ada, id).equals("QUEUED")) {
      builder(writer, slow, objects, database).buildNext(() -> false);
    }

    var ready = ada.get("/api/v1/downloads/{0}", id);
    assertThat(unpack(ready.getString("parts[0].url"))).containsKey("a.jpg");
    assertThat(archivesOf(ada)).hasSize(1);
  }

  /** Another worker takes it over and is done before this one can say so. */
  private record Overtaken(ArchiveStore.Upload upload, Runnable other)
      implements ArchiveStore.Upload {
    @Override
    public OutputStream stream() {
      return upload.stream();
    }

    @Override
    public ArchiveStore.Stored complete() {
      var stored = upload.complete();
      other.run();
      return stored;
    }

    @Override
    public void close() {
      upload.close();
    }
  }

  @Test
  void removesArchivesWhenTheirTimeIsOver() {
    var id = create(ada, List.of(ada.upload(LocalFile.photo("a.jpg"))), null);
    built(ada, id);
    letTimePass();

    worker.sweep();

    assertThat(state(ada, id)).isEqualTo("EXPIRED");
    awaitNoArchiveOf(ada);
    letTimePass();
    worker.sweep();
    ada.request().get("/api/v1/downloads/{0}", id).then().statusCode(404);
  }

  /** Attack 32: killed at every step in turn, before or after it took effect. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attack32EndsTheSameWhereverItIsCutOff(boolean isTooLate) throws IOException {
    var file = LocalFile.photo("a.jpg");
    var ids = List.of(ada.upload(file), ada.upload(LocalFile.photo("b.jpg")));
    var step = 1;
    Death death;
    do {
      var id = create(ada, ids, null);
      splitIntoTwo(id);
      death = new Death(step, isTooLate);
      runUntil(death, id);
      letLeasePass(id);

      var ready = built(ada, id);

      assertThat(ready.getString("state")).as("after %s", death).isEqualTo("READY");
      assertThat(unpack(ready.getString("parts[0].url")).get("a.jpg")).isEqualTo(file.bytes());
      assertThat(archivesOf(ada)).as("after %s", death).hasSize(2);
      ada.request().delete("/api/v1/downloads/{0}", id).then().statusCode(204);
      awaitNoArchiveOf(ada);
      step++;
    } while (death.hasCome());
    assertThat(step).isGreaterThan(10);
  }

  private void runUntil(Death death, UUID id) {
    var dying =
        builder(
            new ArchiveWriter(death.stalks(ObjectReader.class, reader)),
            death.stalks(ArchiveStore.class, archives),
            death.stalks(ObjectStore.class, objects),
            new Database(death.stalksCommits(dataSource)));
    try {
      while (state(ada, id).equals("QUEUED")) {
        dying.buildNext(() -> false);
      }
    } catch (Death expected) {
      assertThat(expected).isSameAs(death);
    }
  }

  private DownloadBuilder builder(
      ArchiveWriter packing, ArchiveStore store, ObjectStore bucket, Database rows) {
    var config =
        new SmallRyeConfigBuilder()
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withMapping(DownloadConfig.class)
            .build()
            .getConfigMapping(DownloadConfig.class);
    return new DownloadBuilder(downloads, service, packing, store, bucket, rows, config, clock);
  }

  private void splitIntoTwo(UUID id) {
    database.transact(
        transaction -> {
          transaction.update(
              """
              update download_items set part = position + 1 where owner_id = ? and download_id = ?
              """,
              ada.id().value(),
              id);
          transaction.update(
              "update downloads set part_count = 2 where owner_id = ? and id = ?",
              ada.id().value(),
              id);
        });
  }

  private void letLeasePass(UUID id) {
    database.transact(
        transaction ->
            transaction.update(
                "update downloads set due_at = now() where owner_id = ? and id = ?"
                    + " and state in ('QUEUED', 'BUILDING')",
                ada.id().value(),
                id));
  }

  private void letTimePass() {
    database.transact(
        transaction ->
            transaction.update(
                "update downloads set due_at = now() where owner_id = ?", ada.id().value()));
  }

  private int attempts(UUID id) {
    return database.inTransaction(
        transaction ->
            transaction
                .query(
                    "select attempts from downloads where owner_id = ? and id = ?",
                    row -> row.integer("attempts"),
                    ada.id().value(),
                    id)
                .getFirst());
  }

  private static UUID create(Photographer person, List<UUID> media, @Nullable String name) {
    var body = name == null ? Map.of("mediaIds", media) : Map.of("mediaIds", media, "name", name);
    return UUID.fromString(post(person, "/api/v1/downloads", body, 202).getString("id"));
  }

  private static JsonPath post(Photographer person, String path, Object body, int status) {
    return person.request().body(body).post(path).then().statusCode(status).extract().jsonPath();
  }

  private static String state(Photographer person, UUID id) {
    return person.get("/api/v1/downloads/{0}", id).getString("state");
  }

  private JsonPath built(Photographer person, UUID id) {
    untilSettled(person, id, () -> builder.buildNext(() -> false));
    return person.get("/api/v1/downloads/{0}", id);
  }

  private static void untilSettled(Photographer person, UUID id, Runnable work) {
    var deadline = Instant.now().plusSeconds(20);
    while (List.of("QUEUED", "BUILDING").contains(state(person, id))) {
      work.run();
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  private List<String> archivesOf(Photographer person) {
    return traces.objects(person.id(), traces.libraryKey(person.id())).stream()
        .filter(key -> key.startsWith("downloads/"))
        .toList();
  }

  private void awaitNoArchiveOf(Photographer person) {
    var deadline = Instant.now().plusSeconds(20);
    while (!archivesOf(person).isEmpty()) {
      disposal.sweep();
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private Map<String, byte[]> unpack(String url) throws IOException {
    var file =
        Files.write(folder.resolve(UUID.randomUUID() + ".zip"), Photographer.open(url).body());
    try (var zip = new ZipFile(file.toFile())) {
      var entries = new LinkedHashMap<String, byte[]>();
      for (var entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
      return entries;
    }
  }
}
