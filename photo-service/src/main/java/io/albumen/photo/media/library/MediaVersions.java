package io.albumen.photo.media.library;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.account.Account;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.MediaException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.Original;
import io.albumen.photo.media.library.MediaLibrary.MediaRejected;
import io.albumen.photo.media.library.MediaLibrary.NewMedia;
import io.albumen.photo.media.library.MediaLibrary.ProcessMedia;
import io.albumen.photo.media.library.MediaLibrary.Proof;
import io.albumen.photo.media.library.MediaLibrary.Result;
import io.albumen.photo.media.library.MediaLibrary.Unprocessed;
import io.albumen.photo.media.library.VersionRepository.Stored;
import io.albumen.photo.outbox.Outbox;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The originals of an item. A new one is pending until its renditions are there; until then, and if
 * none can be made, the item stays as it is. One is pending at a time.
 */
@ApplicationScoped
public class MediaVersions {
  private static final int BATCH = 100;

  private final VersionRepository versions;
  private final MediaRepository media;
  private final MediaLibrary library;
  private final Accounts accounts;
  private final Disposal disposal;
  private final Outbox outbox;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  MediaVersions(
      VersionRepository versions,
      MediaRepository media,
      MediaLibrary library,
      Accounts accounts,
      Disposal disposal,
      Outbox outbox,
      Database database,
      Ids ids,
      Clock clock) {
    this.versions = versions;
    this.media = media;
    this.library = library;
    this.accounts = accounts;
    this.disposal = disposal;
    this.outbox = outbox;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param isCurrent whether it is what the item shows
   * @param isPending whether it will be, once processed
   */
  public record Version(
      int number, Original original, Instant createdAt, boolean isCurrent, boolean isPending) {}

  /**
   * All versions, latest first.
   *
   * @throws MediaException.NotFound when the item is not there, or not the owner's
   */
  public List<Version> list(UserId owner, MediaId id) {
    return database.inTransaction(
        transaction -> {
          var item =
              media.find(transaction, owner, id).orElseThrow(() -> new MediaException.NotFound(id));
          return versions.findAll(transaction, owner, id).stream()
              .map(stored -> version(item, stored))
              .toList();
        });
  }

  private static Version version(MediaItem item, Stored stored) {
    return new Version(
        stored.number(),
        stored.original(),
        stored.createdAt(),
        stored.number() == item.version(),
        stored.pendingKey() != null);
  }

  /**
   * Adds a completed upload to an item. The caller holds the account's lock, and counts its bytes.
   *
   * @throws MediaException.NotFound when there is no such item outside of the trash
   * @throws MediaException.VersionInProgress when an earlier one is not settled yet
   */
  public void add(Transaction transaction, MediaId id, NewMedia added, Proof proof) {
    var item = lockSettled(transaction, added.owner(), id);
    var isProven = proof == Proof.BY_STORE;
    append(transaction, item, added.upload(), added.original(), added.object(), isProven);
  }

  /**
   * Makes a new version with the original of an earlier one; of the current one, does nothing.
   *
   * @throws MediaException.NoSuchVersion when there is none
   */
  public void restore(UserId owner, MediaId id, int number) {
    database.transact(
        transaction -> {
          accounts.lock(transaction, owner);
          var item = lockSettled(transaction, owner, id);
          var stored =
              versions.findAll(transaction, owner, id).stream()
                  .filter(version -> version.number() == number)
                  .findFirst()
                  .orElseThrow(() -> new MediaException.NoSuchVersion(id, number));
          if (number != item.version()) {
            append(
                transaction,
                item,
                ids.next(),
                stored.original(),
                stored.object(),
                stored.isProven());
          }
        });
  }

  /** Whether an item has the original that this upload brought. */
  public boolean isInUse(Transaction transaction, UserId owner, UUID upload) {
    return versions.isInUse(transaction, owner, upload);
  }

  private MediaItem lockSettled(Transaction transaction, UserId owner, MediaId id) {
    var item =
        media
            .lock(transaction, owner, id)
            .filter(found -> found.state() != MediaState.REJECTED && found.trashedAt() == null)
            .orElseThrow(() -> new MediaException.NotFound(id));
    if (item.state() == MediaState.PROCESSING
        || versions.findPending(transaction, owner, id).isPresent()) {
      throw new MediaException.VersionInProgress(id);
    }
    return item;
  }

  private void append(
      Transaction transaction,
      MediaItem item,
      UUID upload,
      Original original,
      ObjectVersion object,
      boolean isProven) {
    var now = clock.instant();
    var latest = versions.findAll(transaction, item.owner(), item.id()).getFirst().number();
    var version = new Stored(latest + 1, original, object, now, isProven, ids.secret());
    versions.insert(transaction, item, upload, version, now.plus(MediaLibrary.STALLED_AFTER));
    outbox.askWorker(
        transaction, item.owner(), new ProcessMedia(item.id().value(), item.owner().value()));
  }

  /** The pending version, to be processed. */
  public Optional<Unprocessed> findPending(UserId owner, MediaId id) {
    return database.inTransaction(
        transaction ->
            accounts.isClosed(transaction, owner)
                ? Optional.empty()
                : versions
                    .findPending(transaction, owner, id)
                    .map(
                        version ->
                            new Unprocessed(
                                owner,
                                id,
                                version.original(),
                                version.object(),
                                prefix(accounts.libraryKey(transaction, owner), version))));
  }

  private static String prefix(String libraryKey, Stored version) {
    return ObjectKeys.renditions(libraryKey, Objects.requireNonNull(version.pendingKey()));
  }

  /**
   * The renditions of the pending version lie in the bucket: it is the item's current one. The old
   * ones go once the last URL of them has ended.
   *
   * @return false when it was settled before, or is not there
   */
  public boolean becomeCurrent(Unprocessed processed, Result result) {
    return settle(
        processed,
        (transaction, settling) -> {
          var item = settling.item();
          var old = ObjectKeys.renditions(settling.account().libraryKey(), item.renditionKey());
          disposal.add(transaction, item.owner(), old, MediaRenewals.OLD_RENDITIONS_STAY);
          versions.makeCurrent(transaction, item, settling.version());
          library.becomeReady(
              transaction, media.find(transaction, item.owner(), item.id()).orElseThrow(), result);
          MediaRepository.holdHash(transaction, item.owner(), item.id());
        });
  }

  /** The file itself is at fault: it goes, its quota comes back, the item stays as it was. */
  public boolean reject(Unprocessed processed, Fault fault) {
    return settle(
        processed,
        (transaction, settling) -> {
          var item = settling.item();
          var version = settling.version();
          if (!versions.isShared(transaction, item, version)) {
            accounts.save(transaction, settling.account().free(version.original().sizeBytes()));
            disposal.add(transaction, item.owner(), version.object().key());
          }
          disposeRenditions(transaction, settling);
          versions.delete(transaction, item, version);
          outbox.publish(
              transaction,
              item.owner(),
              new MediaRejected(
                  item.id().value(),
                  item.owner().value(),
                  fault.code(),
                  fault.detail(),
                  version.original().name().value()));
        });
  }

  /** We gave up on it: its original stays, and the item is as it was. */
  public boolean giveUp(Unprocessed processed) {
    return settle(
        processed,
        (transaction, settling) -> {
          disposeRenditions(transaction, settling);
          versions.endPending(transaction, settling.item(), true);
        });
  }

  private void disposeRenditions(Transaction transaction, Settling settling) {
    disposal.add(
        transaction,
        settling.item().owner(),
        prefix(settling.account().libraryKey(), settling.version()));
  }

  private record Settling(Account account, MediaItem item, Stored version) {}

  private boolean settle(Unprocessed processed, BiConsumer<Transaction, Settling> change) {
    return database.inTransaction(
        transaction -> {
          var settling = lockPending(transaction, processed);
          settling.ifPresent(found -> change.accept(transaction, found));
          return settling.isPresent();
        });
  }

  private Optional<Settling> lockPending(Transaction transaction, Unprocessed processed) {
    var owner = processed.owner();
    return accounts
        .lockUnlessClosed(transaction, owner)
        .flatMap(
            account ->
                media
                    .lock(transaction, owner, processed.id())
                    .flatMap(
                        item ->
                            versions
                                .findPending(transaction, owner, processed.id())
                                .filter(version -> version.object().equals(processed.object()))
                                .map(version -> new Settling(account, item, version))));
  }

  /** Asks the worker again about versions it has left lying. */
  public void remindWorker() {
    var now = clock.instant();
    var until = now.plus(MediaLibrary.STALLED_AFTER);
    database.transact(
        transaction ->
            versions
                .claimStalled(transaction, now, until, BATCH)
                .forEach(
                    command ->
                        outbox.askWorker(transaction, new UserId(command.ownerId()), command)));
  }
}
