package io.albumen.photo.trash;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.MediaId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stores what is in the trash: items with a time at which they go. The film half of a live photo
 * goes and comes with its photo. Counts of shown items follow by the database's own triggers.
 */
@ApplicationScoped
class TrashRepository {

  /** Before every item there is. */
  static final Position START =
      new Position(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  /** The last item of a page. */
  record Position(Instant trashedAt, UUID id) {}

  /**
   * An item named by its owner.
   *
   * @param main the item itself, or its photo if it is the film half of a live photo
   */
  record Named(UUID id, UUID main, boolean isTrashed) {}

  /** When an item was thrown away, and when it goes. */
  record Trashed(UUID id, Instant trashedAt, Instant purgeAt) {
    Position position() {
      return new Position(trashedAt, id);
    }
  }

  /** Items, and the bytes of all their versions. */
  record Total(long count, long sizeBytes) {}

  /** An item whose time has come, of any owner. */
  record Due(Instant purgeAt, UserId owner, MediaId id) {
    static final Due FIRST =
        new Due(Instant.EPOCH, new UserId(new UUID(0, 0)), new MediaId(new UUID(0, 0)));
  }

  /** Those of the ids that are the owner's and not about to be purged, by id. */
  Map<UUID, Named> find(Transaction transaction, UserId owner, List<UUID> ids, Instant now) {
    return transaction
        .query(
            """
            select id, coalesce(live_photo_of, id) as main, trashed_at is not null as trashed
            from media
            where owner_id = ? and id = any(?) and (purge_at is null or purge_at > ?)
            """,
            row -> new Named(row.uuid("id"), row.uuid("main"), row.flag("trashed")),
            owner.value(),
            ids,
            now)
        .stream()
        .collect(Collectors.toMap(Named::id, named -> named));
  }

  /** What is there already keeps its time. */
  void trash(Transaction transaction, UserId owner, List<UUID> ids, Instant now, Instant purgeAt) {
    transaction.update(
        """
        update media set trashed_at = ?, purge_at = ?
        where owner_id = ? and (id = any(?) or live_photo_of = any(?)) and trashed_at is null
        """,
        now,
        purgeAt,
        owner.value(),
        ids,
        ids);
  }

  void restore(Transaction transaction, UserId owner, List<UUID> ids, Instant now) {
    transaction.update(
        """
        update media set trashed_at = null, purge_at = null
        where owner_id = ? and (id = any(?) or live_photo_of = any(?)) and purge_at > ?
        """,
        owner.value(),
        ids,
        ids,
        now);
  }

  /** Photos come before their film halves or with them, never after. */
  List<UUID> findSome(Transaction transaction, UserId owner, Instant now, int limit) {
    return transaction.query(
        """
        select id from media
        where owner_id = ? and trashed_at is not null and purge_at > ? and live_photo_of is null
        order by trashed_at desc, id desc limit ?
        """,
        row -> row.uuid("id"),
        owner.value(),
        now,
        limit);
  }

  /** Their time comes now. */
  void letGo(Transaction transaction, UserId owner, List<UUID> ids, Instant now) {
    transaction.update(
        """
        update media set purge_at = ?
        where owner_id = ? and (id = any(?) or live_photo_of = any(?)) and purge_at > ?
        """,
        now,
        owner.value(),
        ids,
        ids,
        now);
  }

  /** Latest thrown away first; film halves are not items of their own. */
  List<Trashed> list(
      Transaction transaction, UserId owner, Position after, Instant now, int limit) {
    return transaction.query(
        """
        select id, trashed_at, purge_at from media
        where owner_id = ? and trashed_at is not null and (trashed_at, id) < (?, ?)
          and purge_at > ? and live_photo_of is null
        order by trashed_at desc, id desc limit ?
        """,
        row -> new Trashed(row.uuid("id"), row.instant("trashed_at"), row.instant("purge_at")),
        owner.value(),
        after.trashedAt(),
        after.id(),
        now,
        limit);
  }

  Total total(Transaction transaction, UserId owner, Instant now) {
    return transaction
        .query(
            """
            select count(*) filter (where m.live_photo_of is null) as items,
              coalesce(sum(v.bytes), 0)::bigint as bytes
            from media m left join lateral (
              select sum(size_bytes) as bytes from (
                select distinct on (object_key) object_key, size_bytes from media_versions
                where owner_id = m.owner_id and media_id = m.id) originals) v on true
            where m.owner_id = ? and m.trashed_at is not null and m.purge_at > ?
            """,
            row -> new Total(row.number("items"), row.number("bytes")),
            owner.value(),
            now)
        .getFirst();
  }

  /** Longest due first, after the given one. */
  List<Due> findDue(Transaction transaction, Due after, Instant now, int limit) {
    return transaction.query(
        """
        select purge_at, owner_id, id from media
        where purge_at <= ? and (purge_at, owner_id, id) > (?, ?, ?)
        order by purge_at, owner_id, id limit ?
        """,
        row ->
            new Due(
                row.instant("purge_at"),
                new UserId(row.uuid("owner_id")),
                new MediaId(row.uuid("id"))),
        now,
        after.purgeAt(),
        after.owner().value(),
        after.id().value(),
        limit);
  }

  /** An item that goes. */
  record Doomed(MediaId id, String renditionKey) {}

  /** The item and its film half, held, if its time has still come. */
  List<Doomed> lockDue(Transaction transaction, Due due, Instant now) {
    return transaction.query(
        """
        select id, rendition_key from media
        where owner_id = ? and (id = ? or live_photo_of = ?) and purge_at <= ?
        order by id for update
        """,
        row -> new Doomed(new MediaId(row.uuid("id")), row.text("rendition_key")),
        due.owner().value(),
        due.id().value(),
        due.id().value(),
        now);
  }

  /** An original, which several versions may share. */
  record OriginalFile(String objectKey, long sizeBytes) {}

  List<OriginalFile> findOriginals(Transaction transaction, UserId owner, MediaId id) {
    return transaction.query(
        """
        select distinct on (object_key) object_key, size_bytes from media_versions
        where owner_id = ? and media_id = ?
        """,
        row -> new OriginalFile(row.text("object_key"), row.number("size_bytes")),
        owner.value(),
        id.value());
  }

  /** Rendition keys of versions that never became current, or are about to. */
  List<String> findPendingKeys(Transaction transaction, UserId owner, MediaId id) {
    return transaction.query(
        """
        select pending_key from media_versions
        where owner_id = ? and media_id = ? and pending_key is not null
        """,
        row -> row.text("pending_key"),
        owner.value(),
        id.value());
  }

  /** With all rows that hang on it. */
  void delete(Transaction transaction, UserId owner, MediaId id) {
    for (var table : List.of("renditions", "media_versions", "reprocessing_items")) {
      transaction.update(
          "delete from %s where owner_id = ? and media_id = ?".formatted(table),
          owner.value(),
          id.value());
    }
    transaction.update(
        "update media set live_video_id = null where owner_id = ? and live_video_id = ?",
        owner.value(),
        id.value());
    transaction.update(
        "delete from media where owner_id = ? and id = ?", owner.value(), id.value());
  }
}
