package io.albumen.photo.media.library;

import io.albumen.common.UserId;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.media.MediaException;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.Rendition;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads items of a library for its owner; another's are as if they were not there. */
@ApplicationScoped
public class MediaReader {
  private final MediaRepository media;
  private final Accounts accounts;
  private final Database database;

  MediaReader(MediaRepository media, Accounts accounts, Database database) {
    this.media = media;
    this.accounts = accounts;
    this.database = database;
  }

  /**
   * An item with the files that there are of it.
   *
   * @param object the original; absent once its bytes are gone
   * @param renditionPrefix object key prefix of the renditions, ending with a slash
   */
  public record Files(
      MediaItem item,
      Optional<ObjectVersion> object,
      String renditionPrefix,
      List<Rendition> renditions) {}

  /**
   * @throws MediaException.NotFound when it is not there, or not the owner's
   */
  public Files get(UserId owner, MediaId id) {
    return database.inTransaction(
        transaction -> {
          var item =
              media.find(transaction, owner, id).orElseThrow(() -> new MediaException.NotFound(id));
          var libraryKey = accounts.libraryKey(transaction, owner);
          return new Files(
              item,
              media.findObject(transaction, item),
              ObjectKeys.renditions(libraryKey, item.renditionKey()),
              media.findRenditions(transaction, owner, id));
        });
  }

  /** Those of the ids that are the owner's, in no particular order. */
  public List<MediaItem> findAll(UserId owner, List<UUID> ids) {
    return database.inTransaction(transaction -> media.findAll(transaction, owner, ids));
  }

  /** As {@link #findAll}, with where their originals lie but without renditions. */
  public List<Files> findAllFiles(UserId owner, List<UUID> ids) {
    return database.inTransaction(
        transaction -> {
          var objects = media.findObjects(transaction, owner, ids);
          return media.findAll(transaction, owner, ids).stream()
              .map(
                  item ->
                      new Files(item, Optional.ofNullable(objects.get(item.id())), "", List.of()))
              .toList();
        });
  }
}
