package io.albumen.photo.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.media.MediaFormat;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Row;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.download.DownloadService;
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
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

@QuarkusTest
@Stack
class ErasureTest {
  private static final String BUCKET = "albumen-media";

  @Inject ErasureService service;
  @Inject ErasureRepository erasures;
  @Inject OwnedRows rows;
  @Inject Accounts accounts;
  @Inject UploadUrls urls;
  @Inject MediaLibrary library;
  @Inject DownloadService downloads;
  @Inject ObjectStore objects;
  @Inject Outbox outbox;
  @Inject OutboxRelay relay;
  @Inject Database database;
  @Inject Disposal disposal;
  @Inject DataSource dataSource;
  @Inject S3Client s3;
  @Inject Traces traces;
  @TempDir Path folder;

  private final Photographer ada = Photographer.stranger();

  @Test
  void attack48LeavesNoRowAndNoVersionOfAnObject() throws IOException {
    var libraryKey = libraryOf(ada);
    assertThat(traces.objects(ada.id(), libraryKey)).hasSizeGreaterThan(5);

    erase(ada);

    assertThat(rowsOf(ada)).isEmpty();
    assertThat(traces.objects(ada.id(), libraryKey)).isEmpty();
    assertThat(isClosed(ada)).isTrue();
  }

  @Test
  void touchesNobodyElse() throws IOException {
    var bob = Photographer.stranger();
    var bobsKey = libraryOf(bob);
    var before = traces.objects(bob.id(), bobsKey);
    libraryOf(ada);

    erase(ada);

    assertThat(traces.objects(bob.id(), bobsKey)).containsExactlyElementsOf(before);
    assertThat(bob.get("/api/v1/usage").getLong("storageBytes")).isPositive();
  }

  @Test
  void erasesEveryTableThatNamesAnOwner() {
    assertThat(OwnedRows.TABLES.stream().map(OwnedRows.Owned::table))
        .containsAll(
            traces.ownedTables().stream().filter(name -> !name.equals("erasures")).toList());
  }

  @Test
  void answersAtOnceWhenNothingIsOnItsWay() {
    ada.get("/api/v1/usage");

    service.begin(ada.id());
    sweep();

    assertThat(rowsOf(ada)).isEmpty();
  }

  @Test
  void erasesWhoWasNeverHere() {
    erase(ada);

    assertThat(rowsOf(ada)).isEmpty();
    assertThat(isClosed(ada)).isTrue();
  }

  @Test
  void attack48TakesBackWhatIsPutByAUrlThatOutlivesTheAccount() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    var libraryKey = traces.libraryKey(ada.id());
    service.begin(ada.id());
    sweep();

    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(200);
    ada.tryToComplete(List.of(minted.getString("results[0].uploadId"))).then().statusCode(403);

    sweep();
    assertThat(stepOf(ada)).isEqualTo("OBJECTS");
    traces.letTheTimeCome(ada.id());
    sweep();
    assertThat(rowsOf(ada)).isEmpty();
    assertThat(traces.objects(ada.id(), libraryKey)).isEmpty();
  }

  @Test
  void waitsForTheLastUrlAndTheRequestsThatBeganInTime() {
    var minted = ada.mint(LocalFile.photo("a.jpg"));
    var expiresAt = Instant.parse(minted.getString("results[0].expiresAt"));

    service.begin(ada.id());

    assertThat(answerAt(ada).truncatedTo(ChronoUnit.MILLIS))
        .isEqualTo(expiresAt.plus(Duration.ofMinutes(30)));
  }

  @Test
  void attack48TakesBackWhatIsPutAgainAfterItWasAnswered() throws IOException {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    Photographer.put(minted, 0, file.bytes());
    var media = ada.complete(minted.getString("results[0].uploadId"));
    library.becomeReady(
        ada.id(), MediaId.fromString(media.getString("results[0].mediaId")), nothingFound());
    service.begin(ada.id());
    sweep();
    assertThat(stepOf(ada)).isEqualTo("LAST_SWEEP");

    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(200);

    traces.letTheTimeCome(ada.id());
    sweep();
    assertThat(traces.objects(ada.id(), traces.libraryKey(ada.id()))).isEmpty();
    assertThat(rowsOf(ada)).isEmpty();
  }

  @Test
  void attack48AddsNothingToAnAccountThatIsBeingClosed() throws Exception {
    var bob = Photographer.stranger();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var calls =
          IntStream.range(0, 24)
              .<Callable<Integer>>mapToObj(call -> () -> call == 8 ? close(bob) : announce(bob))
              .toList();
      var statuses = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
      assertThat(statuses).containsOnly(200, 403);
    }
    resume(bob);

    assertThat(rowsOf(bob)).isEmpty();
  }

  private static int announce(Photographer person) {
    return person.tryToMint(LocalFile.photo("a.jpg")).statusCode();
  }

  private int close(Photographer person) {
    service.begin(person.id());
    return announce(person);
  }

  @Test
  void goesThroughItAgainWhenAskedAgain() throws IOException {
    var libraryKey = libraryOf(ada);
    erase(ada);
    put("renditions/" + libraryKey + "/late/preview.jpg");

    erase(ada);

    assertThat(traces.objects(ada.id(), libraryKey)).isEmpty();
    assertThat(rowsOf(ada)).isEmpty();
  }

  @Test
  void goesOnAfterAskingAgainInTheMiddle() throws IOException {
    var libraryKey = libraryOf(ada);
    var once = erasures(objects, database, instantly());
    once.begin(ada.id());
    once.advance();
    once.begin(ada.id());

    erase(ada);

    assertThat(traces.objects(ada.id(), libraryKey)).isEmpty();
    assertThat(rowsOf(ada)).isEmpty();
  }

  /** Attacks 32 and 48: killed at every step in turn, before or after it took effect. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endsTheSameWhereverItIsCutOff(boolean isTooLate) throws IOException {
    var step = 1;
    Death death;
    do {
      var victim = Photographer.stranger();
      var libraryKey = smallLibraryOf(victim);
      death = new Death(step, isTooLate);

      runUntil(death, victim);
      resume(victim);

      assertThat(rowsOf(victim)).as("rows after %s", death).isEmpty();
      assertThat(traces.objects(victim.id(), libraryKey)).as("objects after %s", death).isEmpty();
      step++;
    } while (death.hasCome());
    assertThat(step).isGreaterThan(30);
  }

  private void runUntil(Death death, Photographer victim) {
    var dying =
        erasures(
            death.stalks(ObjectStore.class, objects),
            new Database(death.stalksCommits(dataSource)),
            instantly());
    try {
      dying.begin(victim.id());
      while (dying.advance()) {
        assertThat(death.hasCome()).isFalse();
      }
    } catch (Death expected) {
      assertThat(expected).isSameAs(death);
    }
  }

  private ErasureService erasures(ObjectStore store, Database rowStore, Clock clock) {
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(ErasureConfig.class)
            .build()
            .getConfigMapping(ErasureConfig.class);
    return new ErasureService(
        erasures, rows, accounts, urls, library, downloads, store, outbox, rowStore, config, clock);
  }

  /** So late that no erasure waits for anything. */
  private static Clock instantly() {
    return Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
  }

  private void sweep() {
    while (service.advance()) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    relay.nudge();
  }

  private void erase(Photographer person) {
    service.begin(person.id());
    resume(person);
  }

  /** What comes next in any case: the message again, unless it was taken, and the sweeper. */
  private void resume(Photographer person) {
    if (!isClosed(person)) {
      service.begin(person.id());
    }
    traces.letTheTimeCome(person.id());
    sweep();
  }

  /** Items of every state, uploads of every state, old versions, markers, parts. */
  private String libraryOf(Photographer person) throws IOException {
    person.mint(LocalFile.photo("announced.jpg"));
    person.send(LocalFile.photo("sent.jpg"));
    person.upload(LocalFile.photo("processing.jpg"));
    var ready = person.upload(LocalFile.photo("ready.jpg"));
    var libraryKey = traces.libraryKey(person.id());
    library.becomeReady(person.id(), new MediaId(ready), nothingFound());
    put("renditions/" + libraryKey + "/1/preview.jpg");
    put("renditions/" + libraryKey + "/1/preview.jpg");
    put("renditions/" + libraryKey + "/1/thumbnail.webp");
    put("downloads/" + person.id() + "/all.zip");
    s3.deleteObject(delete -> delete.bucket(BUCKET).key("downloads/" + person.id() + "/all.zip"));
    s3.createMultipartUpload(
        create -> create.bucket(BUCKET).key("originals/" + person.id() + "/2026/film.mov"));
    database.transact(
        transaction ->
            disposal.add(transaction, person.id(), "originals/" + person.id() + "/gone"));
    return libraryKey;
  }

  /** Something of everything that goes in a step of its own. */
  private String smallLibraryOf(Photographer person) throws IOException {
    var ready = person.upload(LocalFile.photo("ready.jpg"));
    library.becomeReady(person.id(), new MediaId(ready), nothingFound());
    var libraryKey = traces.libraryKey(person.id());
    put("renditions/" + libraryKey + "/1/preview.jpg");
    s3.createMultipartUpload(
        create -> create.bucket(BUCKET).key("downloads/" + person.id() + "/all.zip"));
    return libraryKey;
  }

  private void put(String key) throws IOException {
    var file = Files.writeString(folder.resolve(UUID.randomUUID().toString()), key);
    objects.putImmutable(key, file, "image/jpeg");
  }

  private static MediaLibrary.Result nothingFound() {
    return new MediaLibrary.Result(
        MediaFormat.Kind.PHOTO,
        null,
        new Findings(null, null, null, null, null, null),
        List.of(new Rendition("preview.jpg", "image/jpeg", 1, 1, 1)));
  }

  /** Once the relay has sent the answer. */
  private List<String> rowsOf(Photographer person) {
    var deadline = Instant.now().plusSeconds(10);
    var found = traces.tables(person.id());
    while (found.contains("outbox") && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      found = traces.tables(person.id());
    }
    return found;
  }

  private boolean isClosed(Photographer person) {
    return database.inTransaction(transaction -> accounts.isClosed(transaction, person.id()));
  }

  private String stepOf(Photographer person) {
    return read(person, row -> row.text("step"));
  }

  private Instant answerAt(Photographer person) {
    return read(person, row -> row.instant("answer_at"));
  }

  private <T> T read(Photographer person, Function<Row, T> reader) {
    return database.inTransaction(
        transaction ->
            transaction
                .query("select * from erasures where owner_id = ?", reader, person.id().value())
                .getFirst());
  }
}
