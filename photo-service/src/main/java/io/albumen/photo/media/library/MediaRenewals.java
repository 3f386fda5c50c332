package io.albumen.photo.media.library;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.disposal.Disposal;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.MediaState;
import io.albumen.photo.media.library.MediaLibrary.Result;
import io.albumen.photo.media.library.MediaLibrary.Unprocessed;
import io.albumen.photo.storage.ObjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * How renditions and findings of settled items are replaced: all at once, by such as lie under a
 * new key, or not at all.
 */
@ApplicationScoped
public class MediaRenewals {
  /** Longer than any renewal takes. */
  private static final Duration ABANDONED_AFTER = Duration.ofHours(12);

  /** Longer than any URL of a rendition lives. */
  static final Duration OLD_RENDITIONS_STAY = Duration.ofMinutes(30);

  private final MediaLibrary library;
  private final MediaRepository media;
  private final Accounts accounts;
  private final Disposal disposal;
  private final Database database;
  private final Ids ids;

  MediaRenewals(
      MediaLibrary library,
      MediaRepository media,
      Accounts accounts,
      Disposal disposal,
      Database database,
      Ids ids) {
    this.library = library;
    this.media = media;
    this.accounts = accounts;
    this.disposal = disposal;
    this.database = database;
    this.ids = ids;
  }

  /**
   * A settled item of which all is made anew.
   *
   * @param item its renditions go to a place where nothing was before
   * @param version of the original that is read
   * @param oldKey under which the renditions lie that are seen until then
   */
  public record Renewal(Unprocessed item, int version, String oldKey, String newKey) {}

  /** The item, if it is settled and has its bytes, to be processed once more. */
  public Optional<Renewal> begin(UserId owner, MediaId id) {
    var newKey = ids.secret();
    return database.inTransaction(
        transaction ->
            library
                .findKept(transaction, owner, id)
                .filter(MediaRenewals::isRenewable)
                .map(item -> renewal(transaction, item, newKey)));
  }

  private static boolean isRenewable(MediaItem item) {
    return item.state() == MediaState.READY || item.state() == MediaState.FAILED;
  }

  /** What is to be put is doomed before it is put, lest a crash leave it there for good. */
  private Renewal renewal(Transaction transaction, MediaItem item, String newKey) {
    var old = library.unprocessed(transaction, item);
    var libraryKey = accounts.libraryKey(transaction, item.owner());
    var prefix = ObjectKeys.renditions(libraryKey, newKey);
    disposal.add(transaction, item.owner(), prefix, ABANDONED_AFTER);
    return new Renewal(
        new Unprocessed(old.owner(), old.id(), old.original(), old.object(), prefix),
        item.version(),
        item.renditionKey(),
        newKey);
  }

  /**
   * The new renditions take the old ones' place, which go once the last URL of them has ended.
   *
   * @return false when the item is gone or was changed meanwhile, or another holds its bytes now
   */
  public boolean complete(Renewal renewal, Result result) {
    var owner = renewal.item().owner();
    return database.inTransaction(
        transaction -> {
          library.lockToPair(transaction, owner, result);
          var item = lockUnchanged(transaction, renewal);
          if (item.isEmpty()
              || !disposal.spare(transaction, owner, renewal.item().renditionPrefix())) {
            return false;
          }
          var old =
              ObjectKeys.renditions(
                  accounts.libraryKey(transaction, owner), item.get().renditionKey());
          disposal.add(transaction, owner, old, OLD_RENDITIONS_STAY);
          media.changeRenditionKey(transaction, item.get(), renewal.newKey());
          library.becomeReady(transaction, item.get(), result);
          return true;
        });
  }

  private Optional<MediaItem> lockUnchanged(Transaction transaction, Renewal renewal) {
    var owner = renewal.item().owner();
    if (!accounts.holdUnlessClosed(transaction, owner)) {
      return Optional.empty();
    }
    return media
        .lock(transaction, owner, renewal.item().id())
        .filter(MediaRenewals::isRenewable)
        .filter(item -> item.version() == renewal.version())
        .filter(item -> item.renditionKey().equals(renewal.oldKey()))
        .filter(
            item ->
                item.state() == MediaState.READY
                    || library.findByHash(transaction, owner, item.original().sha256()).isEmpty());
  }

  /** Nothing came of it: what was put goes. */
  public void abandon(Renewal renewal) {
    var item = renewal.item();
    database.transact(
        transaction -> {
          if (!accounts.isClosed(transaction, item.owner())) {
            disposal.add(transaction, item.owner(), item.renditionPrefix());
          }
        });
  }
}
