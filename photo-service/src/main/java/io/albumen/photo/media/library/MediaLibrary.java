package io.albumen.photo.media.library;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import io.albumen.photo.account.Account;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.live.LivePhotos;
import io.albumen.photo.media.Details;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.Findings;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.Original;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.media.Taken;
import io.albumen.photo.outbox.Outbox;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How items come into being and what becomes of them. Each change commits with its counts, its
 * quota and its messages, and happens once: a second try finds the state moved on.
 */
@ApplicationScoped
public class MediaLibrary {
  private static final int BATCH = 100;
  static final Duration STALLED_AFTER = Duration.ofMinutes(30);

  private final MediaRepository media;
  private final Accounts accounts;
  private final LivePhotos livePhotos;
  private final Disposal disposal;
  private final Outbox outbox;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  MediaLibrary(
      MediaRepository media,
      Accounts accounts,
      LivePhotos livePhotos,
      Disposal disposal,
      Outbox outbox,
      Database database,
      Ids ids,
      Clock clock) {
    this.media = media;
    this.accounts = accounts;
    this.livePhotos = livePhotos;
    this.disposal = disposal;
    this.outbox = outbox;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A completed upload that becomes an item.
   *
   * @param upload the upload it comes from; becomes an item once at most
   */
  public record NewMedia(
      UserId owner, UUID upload, MediaFormat.Kind kind, Original original, ObjectVersion object) {}

  /** Who finds out whether bytes have the hash that was announced. */
  public enum Proof {
    /** The store did, when they came. */
    BY_STORE,
    /** The worker will. Until then no other file is told to be the same as they. */
    BY_WORKER
  }

  /** Asks the worker to make renditions of an item; asking twice is harmless. */
  public record ProcessMedia(UUID mediaId, UUID ownerId) {}

  /**
   * An item whose renditions are still to be made.
   *
   * @param renditionPrefix where they go, ending with a slash; the same at every try, so that a
   *     second one overwrites what the first left
   */
  public record Unprocessed(
      UserId owner, MediaId id, Original original, ObjectVersion object, String renditionPrefix) {}

  /**
   * What processing made of an item.
   *
   * @param kind what it turned out to be: a film without pictures is a sound
   * @param taken when the original tells it; else the time of the upload stands
   */
  public record Result(
      MediaFormat.Kind kind,
      @Nullable Taken taken,
      Findings findings,
      List<Rendition> renditions) {}

  private record MediaReady(UUID mediaId, UUID ownerId, String kind) {}

  record MediaRejected(UUID mediaId, UUID ownerId, String code, String detail, String name) {}

  /** The live item with these bytes in the owner's library. */
  public Optional<MediaId> findByHash(Transaction transaction, UserId owner, String sha256) {
    return media.findByHash(transaction, owner, sha256);
  }

  /** The live items with these bytes in the owner's library, by their hash. */
  public Map<String, MediaId> findByHashes(
      Transaction transaction, UserId owner, List<String> hashes) {
    return media.findByHashes(transaction, owner, hashes);
  }

  public Optional<MediaItem> find(Transaction transaction, UserId owner, MediaId id) {
    return media.find(transaction, owner, id);
  }

  public Optional<MediaState> findState(Transaction transaction, UserId owner, MediaId id) {
    return media.find(transaction, owner, id).map(MediaItem::state);
  }

  /** Adds an item that the worker is asked to process. The caller holds the account's lock. */
  public MediaId add(Transaction transaction, NewMedia added, Proof proof) {
    var now = clock.instant();
    var taken = new Taken(now, null, Taken.Source.UPLOAD);
    var item =
        new MediaItem(
            added.owner(),
            new MediaId(ids.next()),
            added.kind(),
            MediaState.PROCESSING,
            1,
            added.original(),
            ids.secret(),
            taken,
            Findings.NONE,
            Details.NONE,
            null,
            MediaItem.Live.NONE,
            now,
            null);
    media.insert(transaction, item, now.plus(STALLED_AFTER));
    media.insertVersion(transaction, item, added.upload(), added.object());
    if (proof == Proof.BY_WORKER) {
      media.doubt(transaction, item);
    }
    outbox.askWorker(
        transaction, item.owner(), new ProcessMedia(item.id().value(), item.owner().value()));
    return item.id();
  }

  /** The item, if it is still to be processed. */
  public Optional<Unprocessed> findUnprocessed(UserId owner, MediaId id) {
    return database.inTransaction(
        transaction ->
            findKept(transaction, owner, id)
                .filter(item -> item.state() == MediaState.PROCESSING)
                .map(item -> unprocessed(transaction, item)));
  }

  /** Whether the bytes of one of the item's originals are known to have the hash announced. */
  public boolean isProven(UserId owner, MediaId id, ObjectVersion object) {
    return database.inTransaction(transaction -> media.isProven(transaction, owner, id, object));
  }

  /**
   * These bytes have the hash announced. Should another item have it by now, that one stays the one
   * of which others are told to be duplicates.
   */
  public void prove(UserId owner, MediaId id, ObjectVersion object) {
    database.transact(
        transaction ->
            accounts
                .lockUnlessClosed(transaction, owner)
                .flatMap(account -> media.lock(transaction, owner, id))
                .ifPresent(item -> media.prove(transaction, item, object)));
  }

  /** Whether the item is no more, settled or not, so that nothing made of it may stay. */
  public boolean isGone(UserId owner, MediaId id) {
    return database.inTransaction(transaction -> findKept(transaction, owner, id).isEmpty());
  }

  /** Not one that only waits to be erased. */
  Optional<MediaItem> findKept(Transaction transaction, UserId owner, MediaId id) {
    return accounts.isClosed(transaction, owner)
        ? Optional.empty()
        : media.find(transaction, owner, id);
  }

  /** Whether a worker may be at any of the owner's items. */
  public boolean isProcessing(Transaction transaction, UserId owner) {
    return media.isProcessing(transaction, owner);
  }

  Unprocessed unprocessed(Transaction transaction, MediaItem item) {
    var object =
        media
            .findObject(transaction, item)
            .orElseThrow(() -> new IllegalStateException("no original of " + item.id()));
    var libraryKey = accounts.libraryKey(transaction, item.owner());
    return new Unprocessed(
        item.owner(),
        item.id(),
        item.original(),
        object,
        ObjectKeys.renditions(libraryKey, item.renditionKey()));
  }

  /**
   * Its renditions lie in the bucket: the item is there to be seen.
   *
   * @return false when it was settled before, or is not there
   */
  public boolean becomeReady(UserId owner, MediaId id, Result result) {
    return database.inTransaction(
        transaction -> {
          lockToPair(transaction, owner, result);
          var item = lockUnprocessed(transaction, owner, id);
          item.ifPresent(made -> becomeReady(transaction, made, result));
          return item.isPresent();
        });
  }

  /** Under the item's lock; with no row of a rendition left. */
  void becomeReady(Transaction transaction, MediaItem item, Result result) {
    var told = result.taken();
    var taken = told == null || item.taken().source() == Taken.Source.EDITED ? item.taken() : told;
    media.markReady(transaction, item, result.kind(), taken, result.findings());
    result.renditions().forEach(made -> media.insertRendition(transaction, item, made));
    var contentId = result.findings().details().contentId();
    if (contentId != null) {
      livePhotos.pair(transaction, item.owner(), item.id().value(), result.kind(), contentId);
    }
    if (item.state() != MediaState.READY) {
      outbox.publish(
          transaction,
          item.owner(),
          new MediaReady(item.id().value(), item.owner().value(), result.kind().name()));
    }
  }

  /** First of all, as whatever locks an account does. */
  void lockToPair(Transaction transaction, UserId owner, Result result) {
    if (result.findings().details().contentId() != null) {
      accounts.lockUnlessClosed(transaction, owner);
    }
  }

  /** The file itself is at fault: its bytes go, the quota comes back, the owner is told why. */
  public void reject(UserId owner, MediaId id, Fault fault) {
    database.transact(
        transaction ->
            accounts
                .lockUnlessClosed(transaction, owner)
                .ifPresent(account -> reject(transaction, account, id, fault)));
  }

  private void reject(Transaction transaction, Account account, MediaId id, Fault fault) {
    lockUnprocessed(transaction, account.id(), id)
        .ifPresent(item -> reject(transaction, account, item, fault));
  }

  private void reject(Transaction transaction, Account account, MediaItem item, Fault fault) {
    accounts.save(transaction, account.free(item.original().sizeBytes()));
    media
        .findObject(transaction, item)
        .ifPresent(object -> disposal.add(transaction, item.owner(), object.key()));
    disposeRenditions(transaction, account.libraryKey(), item);
    media.deleteVersions(transaction, item);
    media.markFaulty(transaction, item, MediaState.REJECTED, fault);
    outbox.publish(
        transaction,
        item.owner(),
        new MediaRejected(
            item.id().value(),
            item.owner().value(),
            fault.code(),
            fault.detail(),
            item.original().name().value()));
  }

  /**
   * We gave up on it: the original stays, and whatever renditions were left behind go.
   *
   * @return false when it was settled before, or is not there
   */
  public boolean fail(UserId owner, MediaId id, Fault fault) {
    return database.inTransaction(
        transaction -> {
          var item = lockUnprocessed(transaction, owner, id);
          item.ifPresent(failed -> fail(transaction, failed, fault));
          return item.isPresent();
        });
  }

  private void fail(Transaction transaction, MediaItem item, Fault fault) {
    disposeRenditions(transaction, accounts.libraryKey(transaction, item.owner()), item);
    media.markFaulty(transaction, item, MediaState.FAILED, fault);
  }

  private void disposeRenditions(Transaction transaction, String libraryKey, MediaItem item) {
    disposal.add(transaction, item.owner(), ObjectKeys.renditions(libraryKey, item.renditionKey()));
  }

  /** None of a closed account's: what waits to be erased is not added to. */
  private Optional<MediaItem> lockUnprocessed(Transaction transaction, UserId owner, MediaId id) {
    return accounts.holdUnlessClosed(transaction, owner)
        ? media.lock(transaction, owner, id).filter(item -> item.state() == MediaState.PROCESSING)
        : Optional.empty();
  }

  /** Asks the worker again about items it has left lying, for a message may be lost for good. */
  public void remindWorker() {
    var now = clock.instant();
    database.transact(
        transaction ->
            media
                .claimStalled(transaction, now, now.plus(STALLED_AFTER), BATCH)
                .forEach(
                    command ->
                        outbox.askWorker(transaction, new UserId(command.ownerId()), command)));
  }
}
