package io.albumen.photo.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.storage.ObjectKeys;
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
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@Stack
class ReconciliationTest {
  private static final String PATH = "/api/v1/admin/photo/reconciliation";

  @Inject ReconciliationRepository reconciliations;
  @Inject LibraryRows rows;
  @Inject Inventory inventory;
  @Inject ObjectStore objects;
  @Inject ObjectReader reader;
  @Inject Database database;
  @Inject DataSource dataSource;
  @Inject DisposalSweeper disposal;
  @Inject Clock clock;
  @Inject Traces traces;
  @TempDir Path folder;

  private final Photographer ada = Photographer.stranger();
  private final Photographer admin = Photographer.stranger();

  @AfterEach
  void forget() {
    database.transact(
        transaction -> {
          transaction.update("delete from reconciliation_findings");
          transaction.update("delete from reconciliations");
        });
  }

  @Test
  void findsNothingWhereAllIsWell() throws IOException {
    ada.upload(LocalFile.photo("a.jpg"));
    ada.send(LocalFile.photo("pending.jpg"));
    var processing = ada.upload(LocalFile.photo("processing.jpg"));
    put(renditionsOf(processing) + "preview.jpg");
    var building = createDownload(processing);
    put(ObjectKeys.downloads(ada.id()) + building + "/1/archive.zip");

    var id = compare("PT0S", true);

    assertThat(findings(id)).isEmpty();
  }

  @Test
  void findsAndRemovesObjectsWithoutRows() throws IOException {
    ada.upload(LocalFile.photo("a.jpg"));
    var strays =
        List.of(
            ObjectKeys.originals(ada.id()) + "2026/01/01/" + UUID.randomUUID(),
            ObjectKeys.renditions(traces.libraryKey(ada.id())) + "stray/preview.jpg",
            ObjectKeys.downloads(ada.id()) + UUID.randomUUID() + "/1/archive.zip");
    for (var stray : strays) {
      put(stray);
    }
    assertThat(findings(compare("PT1H", false))).as("too young").isEmpty();
    forget();

    var id = compare("PT0S", false);

    assertThat(findings(id)).hasSize(3);
    var repaired = call("POST", PATH + "/" + id + "/repair", Map.of(), 200);
    assertThat(repaired.getInt("disposed")).isGreaterThanOrEqualTo(3);
    var deadline = Instant.now().plusSeconds(20);
    while (traces.objects(ada.id(), traces.libraryKey(ada.id())).size() > 1) {
      disposal.sweep();
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertThat(findings(id)).isEmpty();
  }

  @Test
  void tellsTheOwnerOfAnOriginalThatIsLost() {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    var kept = ada.upload(LocalFile.photo("b.jpg"));
    objects.delete(traces.originalKey(ada.id(), media));

    var id = compare("PT0S", false);
    assertThat(findings(id)).hasSize(1);
    call("POST", PATH + "/" + id + "/repair", Map.of(), 200);

    var lost = ada.get("/api/v1/media/{0}", media);
    assertThat(lost.getString("state")).isEqualTo("FAILED");
    assertThat(lost.getString("problem.code")).isEqualTo("original-lost");
    assertThat(ada.get("/api/v1/media/{0}", kept).getString("state")).isEqualTo("PROCESSING");
  }

  @Test
  void findsBytesThatChangedOnlyWhenAsked() {
    var media = ada.upload(LocalFile.photo("a.jpg"));
    database.transact(
        transaction -> {
          transaction.update(
              "update media_versions set sha256 = repeat('0', 64) where owner_id = ?",
              ada.id().value());
          transaction.update(
              "update media set state = 'READY' where owner_id = ?", ada.id().value());
        });
    assertThat(findings(compare("PT0S", false))).isEmpty();
    forget();

    var id = compare("PT0S", true);
    call("POST", PATH + "/" + id + "/repair", Map.of(), 200);

    assertThat(ada.get("/api/v1/media/{0}", media).getString("problem.code"))
        .isEqualTo("original-damaged");
  }

  /** Attack 32: each step is cut off once, and another worker goes on. */
  @Test
  void attack32GoesOnWhereverItIsCutOff() throws IOException {
    for (var i = 0; i < 3; i++) {
      put(ObjectKeys.originals(ada.id()) + "2026/01/0" + (i + 1) + "/" + UUID.randomUUID());
    }
    ada.upload(LocalFile.photo("a.jpg"));
    var id = start(false);
    for (var step = 1; step < 6; step++) {
      from(id, ada);
      var death = new Death(step, step % 2 == 0);
      try {
        reconciler("PT0S", new Database(death.stalksCommits(dataSource))).run();
      } catch (Death expected) {
        assertThat(expected).isSameAs(death);
      }
    }
    from(id, ada);
    finish(id);

    assertThat(findings(id)).hasSize(3);
  }

  /** Of two originals, each takes four minutes of a lease of five. */
  @Test
  void staysWithItsWorkerHoweverLongHashesTake() {
    ada.upload(LocalFile.photo("a.jpg"));
    ada.upload(LocalFile.photo("b.jpg"));
    database.transact(
        transaction ->
            transaction.update(
                "update media set state = 'READY' where owner_id = ?", ada.id().value()));
    var id = start(true);
    from(id, ada);
    var time = new Hours();
    var takenOver = new AtomicInteger();
    ObjectReader slow =
        object -> {
          time.pass(Duration.ofMinutes(4));
          if (reconciler("PT0S", database, reader, time).run()) {
            takenOver.incrementAndGet();
          }
          return reader.open(object);
        };

    while (isRunning(id)) {
      reconciler("PT0S", database, slow, time).run();
      time.pass(Duration.ofMinutes(6));
    }

    assertThat(takenOver).hasValue(0);
  }

  /** A clock that is turned by hand. */
  private final class Hours extends Clock {
    private Instant now = clock.instant();

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void isForAdministratorsAlone() {
    ada.request().body(Map.of()).post(PATH).then().statusCode(403);
    ada.request().get(PATH).then().statusCode(403);
    ada.request().post(PATH + "/" + UUID.randomUUID() + "/repair").then().statusCode(403);
    call("GET", PATH, Map.of(), 404);
    var id = start(false);
    call("POST", PATH, Map.of(), 409);
    call("POST", PATH + "/" + id + "/repair", Map.of(), 409);
    assertThat(call("GET", PATH, Map.of(), 200).getString("id")).isEqualTo(id);
  }

  private String compare(String grace, boolean verifyHashes) {
    var id = start(verifyHashes);
    from(id, ada);
    while (isRunning(id)) {
      reconciler(grace, database).run();
    }
    return id;
  }

  private void finish(String id) {
    while (isRunning(id)) {
      reconciler("PT0S", database).run();
    }
  }

  private boolean isRunning(String id) {
    return call("GET", PATH + "/" + id, Map.of(), 200).getString("state").equals("RUNNING");
  }

  private String start(boolean verifyHashes) {
    return call("POST", PATH, Map.of("verifyHashes", verifyHashes), 202).getString("id");
  }

  /** Other tests' libraries are none of ours; and nobody holds it any more. */
  private void from(String id, Photographer person) {
    database.transact(
        transaction ->
            transaction.update(
                """
                update reconciliations set due_at = now(), library = greatest(library, ?)
                where id = ?
                """,
                person.id().value(),
                UUID.fromString(id)));
  }

  private Reconciler reconciler(String grace, Database rowStore) {
    return reconciler(grace, rowStore, reader, clock);
  }

  private Reconciler reconciler(String grace, Database rowStore, ObjectReader bytes, Clock worker) {
    var config =
        new SmallRyeConfigBuilder()
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withMapping(ReconciliationConfig.class)
            .withDefaultValue("photo.reconciliation.grace", grace)
            .withDefaultValue("photo.reconciliation.batch", "2")
            .build()
            .getConfigMapping(ReconciliationConfig.class);
    return new Reconciler(
        reconciliations,
        rows,
        inventory,
        objects,
        new Hashes(bytes, config),
        rowStore,
        config,
        worker);
  }

  private List<String> findings(String id) {
    return call("GET", PATH + "/" + id, Map.of(), 200)
        .getList("findings.findAll { it.ownerId == '%s' }.objectKey".formatted(ada.id()));
  }

  private JsonPath call(String method, String path, Object body, int status) {
    return given()
        .auth()
        .oauth2(TestTokens.access(admin.id(), "admin"))
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON)
        .body(body)
        .request(method, path)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  private String createDownload(UUID media) {
    return ada.request()
        .body(Map.of("mediaIds", List.of(media)))
        .post("/api/v1/downloads")
        .then()
        .statusCode(202)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private String renditionsOf(UUID media) {
    return database.inTransaction(
        transaction ->
            transaction
                .query(
                    "select rendition_key from media where owner_id = ? and id = ?",
                    row ->
                        ObjectKeys.renditions(
                            traces.libraryKey(ada.id()), row.text("rendition_key")),
                    ada.id().value(),
                    media)
                .getFirst());
  }

  private void put(String key) throws IOException {
    var file = Files.writeString(folder.resolve(UUID.randomUUID().toString()), key);
    objects.putImmutable(key, file, "image/jpeg");
  }
}
