package io.albumen.photo.reconciliation;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.reconciliation.Reconciliation.Area;
import io.albumen.photo.storage.ObjectKeys;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which objects the rows of one library ask for; every statement names its owner. */
@ApplicationScoped
class LibraryRows {

  /** A library that is compared. */
  record Library(UserId owner, String key) {
    /** Ends with a slash. */
    String prefix(Area area) {
      return switch (area) {
        case ORIGINALS -> ObjectKeys.originals(owner);
        case RENDITIONS -> ObjectKeys.renditions(key);
        case DOWNLOADS -> ObjectKeys.downloads(owner);
      };
    }
  }

  /**
   * An object that there must be.
   *
   * @param sha256 of an original that was found to have it
   */
  record Expected(ObjectVersion object, @Nullable UUID mediaId, @Nullable String sha256) {
    String key() {
      return object.key();
    }
  }

  /** The next open library after that account. */
  Optional<Library> next(Transaction transaction, UUID after) {
    return transaction.find(
        """
        select id, library_key from accounts where id > ? and not closed order by id limit 1
        """,
        row -> new Library(new UserId(row.uuid("id")), row.text("library_key")),
        after);
  }

  Optional<Library> find(Transaction transaction, UUID owner) {
    return transaction.find(
        "select id, library_key from accounts where id = ? and not closed",
        row -> new Library(new UserId(row.uuid("id")), row.text("library_key")),
        owner);
  }

  /** In the order in which S3 lists, after that key. */
  List<Expected> expected(
      Transaction transaction, Library library, Area area, String after, int limit) {
    var owner = library.owner().value();
    return switch (area) {
      case ORIGINALS ->
          transaction.query(
              """
              select v.object_key, v.object_version, v.media_id,
                case when v.verified and m.state <> 'PROCESSING' then v.sha256 end as sha256
              from media_versions v join media m on m.owner_id = v.owner_id and m.id = v.media_id
              where v.owner_id = ? and v.object_key collate "C" > ?
              order by v.object_key collate "C" limit ?
              """,
              LibraryRows::expected,
              owner,
              after,
              limit);
      case RENDITIONS -> renditions(transaction, library, after, limit);
      case DOWNLOADS ->
          transaction.query(
              """
              select object_key, object_version, null::uuid as media_id, null::text as sha256
              from download_parts where owner_id = ? and object_key collate "C" > ?
              order by object_key collate "C" limit ?
              """,
              LibraryRows::expected,
              owner,
              after,
              limit);
    };
  }

  private static List<Expected> renditions(
      Transaction transaction, Library library, String after, int limit) {
    var prefix = library.prefix(Area.RENDITIONS);
    var tail = after.startsWith(prefix) ? after.substring(prefix.length()) : "";
    return transaction.query(
        """
        select ? || m.rendition_key || '/' || r.name as object_key, 'null' as object_version,
          m.id as media_id, null::text as sha256
        from media m join renditions r on r.owner_id = m.owner_id and r.media_id = m.id
        where m.owner_id = ? and m.rendition_key collate "C" >= ?
          and (m.rendition_key || '/' || r.name) collate "C" > ?
        order by m.rendition_key collate "C", r.name collate "C" limit ?
        """,
        LibraryRows::expected,
        prefix,
        library.owner().value(),
        tail.contains("/") ? tail.substring(0, tail.indexOf('/')) : tail,
        tail,
        limit);
  }

  private static Expected expected(Row row) {
    return new Expected(
        new ObjectVersion(row.text("object_key"), row.text("object_version")),
        row.uuidOrNull("media_id"),
        row.textOrNull("sha256"));
  }

  /**
   * Those of the keys that something has a claim on: a version, a rendition, an archive, a pending
   * upload, work under way, or the disposal.
   */
  Set<String> claimed(Transaction transaction, Library library, Area area, List<String> keys) {
    if (keys.isEmpty()) {
      return Set.of();
    }
    var claims = new HashSet<>(doomed(transaction, library, keys));
    var owner = library.owner().value();
    switch (area) {
      case ORIGINALS ->
          claims.addAll(
              keys(
                  transaction,
                  """
                  select object_key from media_versions where owner_id = ? and object_key = any(?)
                  union select object_key from uploads where owner_id = ? and object_key = any(?)
                  """,
                  owner,
                  keys,
                  owner,
                  keys));
      case RENDITIONS -> claims.addAll(claimedRenditions(transaction, library, keys));
      case DOWNLOADS ->
          claims.addAll(
              keys(
                  transaction,
                  """
                  select k.key as object_key from unnest(?::text[]) k (key)
                  where exists (
                    select from downloads d where d.owner_id = ?
                      and d.state in ('QUEUED', 'BUILDING', 'READY')
                      and starts_with(k.key, ? || d.id || '/'))
                  """,
                  keys,
                  owner,
                  library.prefix(area)));
    }
    return claims;
  }

  /** Also below a folder that is doomed as a whole. */
  private static List<String> doomed(Transaction transaction, Library library, List<String> keys) {
    return keys(
        transaction,
        """
        select k.key as object_key from unnest(?::text[]) k (key)
        where exists (
          select from doomed_objects d where d.owner_id = ?
            and (d.object_key = k.key
              or d.object_key like '%/' and starts_with(k.key, d.object_key)))
        """,
        keys,
        library.owner().value());
  }

  /** All below the key of an item that is being processed, and what there is a row of. */
  private static List<String> claimedRenditions(
      Transaction transaction, Library library, List<String> keys) {
    return keys(
        transaction,
        """
        select k.key as object_key from unnest(?::text[]) k (key)
        where exists (
          select from media m
          where m.owner_id = ? and m.rendition_key collate "C" = split_part(k.key, '/', 3)
            and (m.state = 'PROCESSING'
              or exists (select from reprocessing_items i
                where i.owner_id = m.owner_id and i.media_id = m.id)
              or exists (select from renditions r
                where r.owner_id = m.owner_id and r.media_id = m.id
                  and r.name = split_part(k.key, '/', 4))))
          or exists (
            select from media_versions v
            where v.owner_id = ? and v.pending_key = split_part(k.key, '/', 3))
        """,
        keys,
        library.owner().value(),
        library.owner().value());
  }

  private static List<String> keys(Transaction transaction, String sql, Object... parameters) {
    return transaction.query(sql, row -> row.text("object_key"), parameters);
  }
}
