package io.albumen.photo.media.library;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.FileName;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.media.MediaItem;
import io.albumen.photo.media.Original;
import io.albumen.photo.media.library.MediaLibrary.ProcessMedia;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores the versions of items, each under its owner. */
@ApplicationScoped
class VersionRepository {

  /**
   * @param pendingKey where its renditions go while it is being processed
   */
  record Stored(
      int number,
      Original original,
      ObjectVersion object,
      Instant createdAt,
      boolean isProven,
      @Nullable String pendingKey) {}

  /** Latest first. */
  List<Stored> findAll(Transaction transaction, UserId owner, MediaId id) {
    return transaction.query(
        """
        select * from media_versions where owner_id = ? and media_id = ? order by version desc
        """,
        VersionRepository::read,
        owner.value(),
        id.value());
  }

  Optional<Stored> findPending(Transaction transaction, UserId owner, MediaId id) {
    return transaction.find(
        """
        select * from media_versions
        where owner_id = ? and media_id = ? and pending_key is not null
        """,
        VersionRepository::read,
        owner.value(),
        id.value());
  }

  void insert(
      Transaction transaction, MediaItem item, UUID upload, Stored version, Instant stalledAt) {
    var original = version.original();
    transaction.update(
        """
        insert into media_versions (owner_id, media_id, version, upload_id, name, content_type,
          size_bytes, sha256, object_key, object_version, created_at, verified, pending_key,
          stalled_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        item.owner().value(),
        item.id().value(),
        version.number(),
        upload,
        original.name().value(),
        original.contentType(),
        original.sizeBytes(),
        original.sha256(),
        version.object().key(),
        version.object().versionId(),
        version.createdAt(),
        version.isProven(),
        version.pendingKey(),
        stalledAt);
  }

  /** The pending version is the item's current one; of the renditions before, no row is left. */
  void makeCurrent(Transaction transaction, MediaItem item, Stored version) {
    var original = version.original();
    transaction.update(
        """
        update media set version = ?, name = ?, content_type = ?, size_bytes = ?, sha256 = ?,
          holds_hash = false, rendition_key = ?
        where owner_id = ? and id = ?
        """,
        version.number(),
        original.name().value(),
        original.contentType(),
        original.sizeBytes(),
        original.sha256(),
        version.pendingKey(),
        item.owner().value(),
        item.id().value());
    transaction.update(
        "delete from renditions where owner_id = ? and media_id = ?",
        item.owner().value(),
        item.id().value());
    endPending(transaction, item, false);
  }

  void endPending(Transaction transaction, MediaItem item, boolean isGivenUp) {
    transaction.update(
        """
        update media_versions set pending_key = null, stalled_at = null, given_up = ?
        where owner_id = ? and media_id = ? and pending_key is not null
        """,
        isGivenUp,
        item.owner().value(),
        item.id().value());
  }

  void delete(Transaction transaction, MediaItem item, Stored version) {
    transaction.update(
        "delete from media_versions where owner_id = ? and media_id = ? and version = ?",
        item.owner().value(),
        item.id().value(),
        version.number());
  }

  /** Whether another version of the item has the same bytes in the same place. */
  boolean isShared(Transaction transaction, MediaItem item, Stored version) {
    return transaction
        .query(
            """
            select exists (select from media_versions
              where owner_id = ? and media_id = ? and object_key = ? and version <> ?) as shared
            """,
            row -> row.flag("shared"),
            item.owner().value(),
            item.id().value(),
            version.object().key(),
            version.number())
        .getFirst();
  }

  /** Whether there is a version that came by this upload. */
  boolean isInUse(Transaction transaction, UserId owner, UUID upload) {
    return transaction
        .query(
            """
            select exists (select from media_versions where owner_id = ? and upload_id = ?) as used
            """,
            row -> row.flag("used"),
            owner.value(),
            upload)
        .getFirst();
  }

  /** Pending versions of any owner that have been so for too long, put off until that time. */
  List<ProcessMedia> claimStalled(Transaction transaction, Instant now, Instant until, int limit) {
    return transaction.query(
        """
        update media_versions v set stalled_at = ?
        from (
          select owner_id, media_id, version from media_versions
          where pending_key is not null and stalled_at <= ?
          order by stalled_at limit ? for update skip locked
        ) due
        where v.owner_id = due.owner_id and v.media_id = due.media_id and v.version = due.version
        returning v.media_id, v.owner_id
        """,
        row -> new ProcessMedia(row.uuid("media_id"), row.uuid("owner_id")),
        until,
        now,
        limit);
  }

  private static Stored read(Row row) {
    return new Stored(
        row.integer("version"),
        new Original(
            new FileName(row.text("name")),
            row.text("content_type"),
            row.number("size_bytes"),
            row.text("sha256")),
        new ObjectVersion(row.text("object_key"), row.text("object_version")),
        row.instant("created_at"),
        row.flag("verified"),
        row.textOrNull("pending_key"));
  }
}
