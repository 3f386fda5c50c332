package io.albumen.photo.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.disposal.DisposalSweeper;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.library.MediaLibrary;
import io.albumen.photo.storage.ObjectStore;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class UploadSweeperTest {
  @Inject UploadSweeper sweeper;
  @Inject MediaLibrary library;
  @Inject DisposalSweeper disposal;
  @Inject ObjectStore objects;
  @Inject Database database;
  @Inject Accounts accounts;
  @Inject Traces traces;

  private final Photographer ada = Photographer.stranger();

  @Test
  void clearsWhatWasNeverCompleted() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    Photographer.put(minted, 0, file.bytes());
    expire(minted.getString("results[0].uploadId"));

    sweep();

    assertThat(objects.find(minted.getString("results[0].objectKey"))).isEmpty();
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isZero();
    assertThat(ada.get("/api/v1/uploads").getList("items")).isEmpty();
  }

  @Test
  void leavesAloneWhatIsWaitedFor() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    Photographer.put(minted, 0, file.bytes());

    sweep();

    assertThat(objects.find(minted.getString("results[0].objectKey"))).isPresent();
    assertThat(ada.get("/api/v1/uploads").getList("items")).hasSize(1);
  }

  @Test
  void keepsTheObjectOfWhatWasCompleted() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    Photographer.put(minted, 0, file.bytes());
    var id = minted.getString("results[0].uploadId");
    ada.complete(id);
    expire(id);

    sweep();

    assertThat(objects.find(minted.getString("results[0].objectKey"))).isPresent();
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(file.bytes().length);
  }

  @Test
  void removesTheSecondCopyOfTheSameBytes() {
    var file = LocalFile.photo("a.jpg");
    var first = ada.send(file);
    var minted = ada.mint(new LocalFile("b.png", "image/png", file.bytes()));
    Photographer.put(minted, 0, file.bytes());
    var second = minted.getString("results[0].uploadId");
    ada.complete(first);
    ada.complete(second);
    expire(second);

    sweep();

    assertThat(objects.find(minted.getString("results[0].objectKey"))).isEmpty();
    assertThat(ada.get("/api/v1/usage").getLong("today.reservedBytes")).isZero();
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isEqualTo(file.bytes().length);
  }

  @Test
  void attack30BytesPutAgainAfterARefusalGo() {
    var file = LocalFile.photo("a.jpg");
    var minted = ada.mint(file);
    Photographer.put(minted, 0, file.bytes());
    var id = minted.getString("results[0].uploadId");
    var media = UUID.fromString(ada.complete(id).getString("results[0].mediaId"));
    library.reject(ada.id(), new MediaId(media), new Fault("media-corrupt", "a.jpg is damaged"));
    disposal.sweep();
    assertThat(Photographer.put(minted, 0, file.bytes())).isEqualTo(200);

    expire(id);
    sweep();

    assertThat(objects.find(minted.getString("results[0].objectKey"))).isEmpty();
    assertThat(ada.get("/api/v1/usage").getLong("storageBytes")).isZero();
  }

  @Test
  void attack48LeavesAClosedAccountsUploadsToItsErasure() {
    var minted = ada.mint(LocalFile.photo("a.jpg"));
    expire(minted.getString("results[0].uploadId"));
    database.transact(transaction -> accounts.close(transaction, ada.id()));

    sweep();

    assertThat(traces.tables(ada.id())).contains("uploads").doesNotContain("doomed_objects");
  }

  @Test
  void attack33LetsOneOfFiftyHaveTheLastRoom() throws Exception {
    var files = IntStream.range(0, 50).mapToObj(i -> LocalFile.photo(i + ".jpg")).toList();
    ada.get("/api/v1/usage");
    database.transact(
        transaction ->
            transaction.update(
                "update accounts set quota_bytes = ? where id = ?",
                (long) files.getFirst().bytes().length,
                ada.id().value()));

    try (var threads = Executors.newFixedThreadPool(10)) {
      var statuses =
          threads
              .invokeAll(
                  files.stream()
                      .<Callable<String>>map(
                          file -> () -> ada.mint(file).getString("results[0].status"))
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();
      assertThat(statuses).containsOnlyOnce("ACCEPTED").hasSize(50);
    }
  }

  private void sweep() {
    sweeper.sweep();
    disposal.sweep();
  }

  private void expire(String upload) {
    database.transact(
        transaction ->
            transaction.update(
                "update uploads set due_at = now() - interval '1 second'"
                    + " where owner_id = ? and id = ?",
                ada.id().value(),
                UUID.fromString(upload)));
  }
}
