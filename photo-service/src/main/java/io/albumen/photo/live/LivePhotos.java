package io.albumen.photo.live;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Pairs the halves of live photos. The film of a pair is shown nowhere by itself; whatever trashes,
 * restores or purges photos does the same to their films, in the same transaction.
 */
@ApplicationScoped
public class LivePhotos {

  /**
   * Pairs an item that has just become ready with its other half, if that is ready and single. The
   * caller holds the account's lock, so that of two halves the second one finds the first.
   *
   * @param contentId that the camera wrote into both
   */
  public void pair(
      Transaction transaction, UserId owner, UUID media, MediaFormat.Kind kind, String contentId) {
    switch (kind) {
      case PHOTO ->
          findSingle(transaction, owner, contentId, MediaFormat.Kind.VIDEO)
              .ifPresent(film -> join(transaction, owner, media, film));
      case VIDEO ->
          findSingle(transaction, owner, contentId, MediaFormat.Kind.PHOTO)
              .ifPresent(photo -> join(transaction, owner, photo, media));
      case SOUND -> {}
    }
  }

  /** The oldest that is half of nothing yet. */
  private static Optional<UUID> findSingle(
      Transaction transaction, UserId owner, String contentId, MediaFormat.Kind kind) {
    return transaction.find(
        """
        select id from media
        where owner_id = ? and content_id = ? and kind = ? and state = 'READY'
          and trashed_at is null and live_video_id is null and live_photo_of is null
        order by id limit 1
        """,
        row -> row.uuid("id"),
        owner.value(),
        contentId,
        kind);
  }

  /**
   * Both halves single, or nothing: one that was paired before keeps its other half. Nor is one
   * half thrown away without the other: in the trash, a film could not be brought back.
   */
  private static void join(Transaction transaction, UserId owner, UUID photo, UUID film) {
    var joined =
        transaction.update(
            """
            update media set live_photo_of = ?, hidden = true
            where owner_id = ? and id = ? and live_photo_of is null and trashed_at is null
              and exists (
                select from media photo
                where photo.owner_id = ? and photo.id = ? and photo.live_video_id is null
                  and photo.trashed_at is null)
            """,
            photo,
            owner.value(),
            film,
            owner.value(),
            photo);
    if (joined == 1) {
      transaction.update(
          "update media set live_video_id = ? where owner_id = ? and id = ?",
          film,
          owner.value(),
          photo);
    }
  }
}
