package io.albumen.photo.testing;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** What is left of somebody, in whichever table or version of an object. */
@ApplicationScoped
public class Traces {
  private static final String BUCKET = "albumen-media";
  private final Database database;
  private final S3Client s3;

  Traces(Database database, S3Client s3) {
    this.database = database;
    this.s3 = s3;
  }

  /** Where the original of an item of one version lies. */
  public String originalKey(UserId owner, UUID media) {
    return database.inTransaction(
        transaction ->
            transaction
                .query(
                    "select object_key from media_versions where owner_id = ? and media_id = ?",
                    row -> row.text("object_key"),
                    owner.value(),
                    media)
                .getFirst());
  }

  /** Tables with a column that names an owner, asked of the database itself. */
  public List<String> ownedTables() {
    return database.inTransaction(
        transaction ->
            transaction.query(
                """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'owner_id' order by table_name
                """,
                row -> row.text("table_name")));
  }

  /** Tables that hold rows of theirs, but for the mark that their account was closed. */
  public List<String> tables(UserId owner) {
    return database.inTransaction(
        transaction -> {
          var found = new ArrayList<String>();
          for (var table : ownedTables()) {
            if (holds(transaction, table, "owner_id", owner)) {
              found.add(table);
            }
          }
          if (holds(transaction, "accounts", "id", owner)) {
            found.add("accounts");
          }
          return List.copyOf(found);
        });
  }

  private static boolean holds(Transaction transaction, String table, String key, UserId owner) {
    return !transaction
        .query(
            "select 1 as found from %s where %s = ? limit 1".formatted(table, key),
            row -> row.integer("found"),
            owner.value())
        .isEmpty();
  }

  /** Keys of object versions, delete markers and unfinished uploads of theirs. */
  public List<String> objects(UserId owner, String libraryKey) {
    return Stream.of(
            "originals/" + owner + "/",
            "renditions/" + libraryKey + "/",
            "downloads/" + owner + "/")
        .flatMap(this::below)
        .toList();
  }

  private Stream<String> below(String prefix) {
    var versions = s3.listObjectVersions(list -> list.bucket(BUCKET).prefix(prefix));
    var unfinished = s3.listMultipartUploads(list -> list.bucket(BUCKET).prefix(prefix));
    return Stream.of(
            versions.versions().stream().map(found -> found.key()),
            versions.deleteMarkers().stream().map(found -> found.key()),
            unfinished.uploads().stream().map(found -> found.key()))
        .flatMap(found -> found);
  }

  /** Of the account, open or closed. */
  public String libraryKey(UserId owner) {
    return database.inTransaction(
        transaction ->
            transaction
                .query(
                    """
                    select library_key from accounts where id = ?
                    union select library_key from closed_accounts where id = ?
                    """,
                    row -> row.text("library_key"),
                    owner.value(),
                    owner.value())
                .getFirst());
  }

  /** As if the time had come that an erasure waits for. */
  public void letTheTimeCome(UserId owner) {
    database.transact(
        transaction ->
            transaction.update(
                """
                update erasures set answer_at = now(), last_sweep_at = now(), due_at = now()
                where owner_id = ?
                """,
                owner.value()));
  }

  /** Until nothing is left for now; something may still be waited for. */
  public void awaitErased(UserId owner) {
    var libraryKey = libraryKey(owner);
    var deadline = Instant.now().plusSeconds(20);
    while (!isAtRest(owner)
        || tables(owner).contains("accounts")
        || !objects(owner, libraryKey).isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not erased: " + tables(owner) + objects(owner, libraryKey));
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** Whether no sweeper is at it, and none will be before something awaited has arrived. */
  private boolean isAtRest(UserId owner) {
    return database.inTransaction(
        transaction ->
            transaction
                .query(
                    """
                    select 1 as busy from erasures
                    where owner_id = ? and (attempts > 0 or due_at <= now())
                    """,
                    row -> row.integer("busy"),
                    owner.value())
                .isEmpty());
  }
}
