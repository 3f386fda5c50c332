package io.albumen.photo.download;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.download.ArchivePlan.Entry;
import io.albumen.photo.download.ArchivePlan.Source;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.FileName;
import io.albumen.photo.storage.ObjectVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores downloads until they are forgotten. Every statement on one names its owner. */
@ApplicationScoped
class DownloadRepository {

  /** Names a download to a sweeper. */
  record Due(UserId owner, DownloadId id) {}

  /** How many of an owner's wait or are built, and of how many there are archives. */
  record Load(long active, long kept) {}

  /** Current originals, earliest taken first; a live photo comes with its film. */
  List<Source> findSources(Transaction transaction, UserId owner, List<UUID> ids, Instant now) {
    return transaction.query(
        """
        select coalesce(m.live_photo_of, m.id) as named, m.taken_at, v.name, v.size_bytes, v.sha256,
          v.object_key, v.object_version
        from media m join media_versions v
          on v.owner_id = m.owner_id and v.media_id = m.id and v.version = m.version
        where m.owner_id = ? and (m.id = any(?) or m.live_photo_of = any(?))
          and (m.purge_at is null or m.purge_at > ?)
        order by m.local_time, m.id
        """,
        DownloadRepository::source,
        owner.value(),
        ids,
        ids,
        now);
  }

  private static Source source(Row row) {
    return new Source(
        row.uuid("named"),
        new FileName(row.text("name")),
        object(row),
        row.number("size_bytes"),
        row.text("sha256"),
        row.instant("taken_at"));
  }

  Load load(Transaction transaction, UserId owner) {
    return transaction
        .query(
            """
            select count(*) filter (where state in ('QUEUED', 'BUILDING')) as active,
              count(*) filter (where state in ('QUEUED', 'BUILDING', 'READY')) as kept
            from downloads where owner_id = ?
            """,
            row -> new Load(row.number("active"), row.number("kept")),
            owner.value())
        .getFirst();
  }

  void insert(Transaction transaction, Download download, Instant dueAt) {
    transaction.update(
        """
        insert into downloads (owner_id, id, name, state, item_count, total_bytes, part_count,
          created_at, due_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        download.owner().value(),
        download.id().value(),
        download.name(),
        download.state(),
        download.itemCount(),
        download.totalBytes(),
        download.partCount(),
        download.createdAt(),
        dueAt);
  }

  void insertEntry(Transaction transaction, Download download, int position, Entry entry) {
    transaction.later(
        """
        insert into download_items (owner_id, download_id, position, part, entry_name, object_key,
          object_version, size_bytes, sha256, modified_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        download.owner().value(),
        download.id().value(),
        position,
        entry.part(),
        entry.name(),
        entry.object().key(),
        entry.object().versionId(),
        entry.sizeBytes(),
        entry.sha256(),
        entry.modifiedAt());
  }

  List<Entry> findEntries(Transaction transaction, Download download, int part) {
    return transaction.query(
        """
        select * from download_items where owner_id = ? and download_id = ? and part = ?
        order by position
        """,
        row ->
            new Entry(
                row.integer("part"),
                row.text("entry_name"),
                object(row),
                row.number("size_bytes"),
                row.text("sha256"),
                row.instant("modified_at")),
        download.owner().value(),
        download.id().value(),
        part);
  }

  /** Latest first. */
  List<Download> findAll(Transaction transaction, UserId owner, int limit) {
    return transaction.query(
        "select * from downloads where owner_id = ? order by id desc limit ?",
        DownloadRepository::read,
        owner.value(),
        limit);
  }

  Optional<Download> find(Transaction transaction, UserId owner, DownloadId id) {
    return transaction.find(
        "select * from downloads where owner_id = ? and id = ?",
        DownloadRepository::read,
        owner.value(),
        id.value());
  }

  /** Holds the row until the transaction ends. */
  Optional<Download> lock(Transaction transaction, UserId owner, DownloadId id) {
    return transaction.find(
        "select * from downloads where owner_id = ? and id = ? for update",
        DownloadRepository::read,
        owner.value(),
        id.value());
  }

  /** Of an owner's downloads, by their ids. */
  Map<DownloadId, List<Download.Part>> findParts(
      Transaction transaction, UserId owner, List<UUID> ids) {
    return transaction
        .query(
            """
            select * from download_parts where owner_id = ? and download_id = any(?)
            order by download_id, number
            """,
            row ->
                Map.entry(
                    new DownloadId(row.uuid("download_id")),
                    new Download.Part(
                        row.integer("number"), object(row), row.number("size_bytes"))),
            owner.value(),
            ids)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** One that waits, or whose worker has died, longest first; from now on the caller's. */
  Optional<Download> claim(Transaction transaction, UUID lease, Instant now, Instant until) {
    return transaction.find(
        """
        update downloads d set state = 'BUILDING', lease = ?, due_at = ?, attempts = d.attempts + 1
        from (
          select owner_id, id from downloads
          where due_at <= ? and state in ('QUEUED', 'BUILDING')
          order by due_at limit 1 for update skip locked
        ) due
        where d.owner_id = due.owner_id and d.id = due.id
        returning d.*
        """,
        DownloadRepository::read,
        lease,
        until,
        now);
  }

  /**
   * @return false when it is no longer the caller's
   */
  boolean hold(
      Transaction transaction, Download download, UUID lease, long doneBytes, Instant until) {
    return transaction.update(
            """
            update downloads set done_bytes = least(?, total_bytes), due_at = ?
            where owner_id = ? and id = ? and lease = ? and state = 'BUILDING'
            """,
            doneBytes,
            until,
            download.owner().value(),
            download.id().value(),
            lease)
        == 1;
  }

  void insertPart(Transaction transaction, Download download, Download.Part part) {
    transaction.update(
        """
        insert into download_parts
          (owner_id, download_id, number, size_bytes, object_key, object_version)
        values (?, ?, ?, ?, ?, ?)
        """,
        download.owner().value(),
        download.id().value(),
        part.number(),
        part.sizeBytes(),
        part.object().key(),
        part.object().versionId());
    transaction.update(
        "update downloads set attempts = 1 where owner_id = ? and id = ?",
        download.owner().value(),
        download.id().value());
  }

  /** It waits again, for any worker. */
  void release(Transaction transaction, Download download, UUID lease, Instant dueAt) {
    transaction.update(
        """
        update downloads set state = 'QUEUED', lease = null, due_at = ?
        where owner_id = ? and id = ? and lease = ? and state = 'BUILDING'
        """,
        dueAt,
        download.owner().value(),
        download.id().value(),
        lease);
  }

  void becomeReady(Transaction transaction, Download download, Instant expiresAt) {
    transaction.update(
        """
        update downloads set state = 'READY', lease = null, done_bytes = total_bytes,
          expires_at = ?, due_at = ?
        where owner_id = ? and id = ?
        """,
        expiresAt,
        expiresAt,
        download.owner().value(),
        download.id().value());
    deleteBelow(transaction, "download_items", download);
  }

  /** It is over; nothing is to be had of it any more. */
  void end(
      Transaction transaction,
      Download download,
      Download.State state,
      @Nullable Fault failure,
      Instant forgetAt) {
    transaction.update(
        """
        update downloads set state = ?, lease = null, expires_at = null, due_at = ?,
          failure_code = ?, failure_detail = ?
        where owner_id = ? and id = ?
        """,
        state,
        forgetAt,
        failure == null ? null : failure.code(),
        failure == null ? null : failure.detail(),
        download.owner().value(),
        download.id().value());
    deleteBelow(transaction, "download_items", download);
    deleteBelow(transaction, "download_parts", download);
  }

  void delete(Transaction transaction, Download download) {
    deleteBelow(transaction, "download_items", download);
    deleteBelow(transaction, "download_parts", download);
    transaction.update(
        "delete from downloads where owner_id = ? and id = ?",
        download.owner().value(),
        download.id().value());
  }

  private static void deleteBelow(Transaction transaction, String table, Download download) {
    transaction.update(
        "delete from %s where owner_id = ? and download_id = ?".formatted(table),
        download.owner().value(),
        download.id().value());
  }

  /** Archives whose time is over, and what is to be forgotten; of any owner. */
  List<Due> findOver(Transaction transaction, Instant now, int limit) {
    return transaction.query(
        """
        select owner_id, id from downloads
        where due_at <= ? and state not in ('QUEUED', 'BUILDING') order by due_at limit ?
        """,
        row -> new Due(new UserId(row.uuid("owner_id")), new DownloadId(row.uuid("id"))),
        now,
        limit);
  }

  /** The row, held, if its time is still over. */
  Optional<Download> lockOver(Transaction transaction, Due due, Instant now) {
    return transaction.find(
        """
        select * from downloads
        where owner_id = ? and id = ? and due_at <= ? and state not in ('QUEUED', 'BUILDING')
        for update
        """,
        DownloadRepository::read,
        due.owner().value(),
        due.id().value(),
        now);
  }

  boolean isBuilding(Transaction transaction, UserId owner) {
    return transaction
        .query(
            """
            select exists (
              select from downloads where owner_id = ? and state = 'BUILDING') as busy
            """,
            row -> row.flag("busy"),
            owner.value())
        .getFirst();
  }

  private static ObjectVersion object(Row row) {
    return new ObjectVersion(row.text("object_key"), row.text("object_version"));
  }

  private static Download read(Row row) {
    var code = row.textOrNull("failure_code");
    var detail = row.textOrNull("failure_detail");
    return new Download(
        new UserId(row.uuid("owner_id")),
        new DownloadId(row.uuid("id")),
        row.text("name"),
        row.constant("state", Download.State.class),
        row.integer("item_count"),
        row.number("total_bytes"),
        row.number("done_bytes"),
        row.integer("part_count"),
        row.instant("created_at"),
        row.instantOrNull("expires_at"),
        row.integer("attempts"),
        code == null || detail == null ? null : new Fault(code, detail));
  }
}
