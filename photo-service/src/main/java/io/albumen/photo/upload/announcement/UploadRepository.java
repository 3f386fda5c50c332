package io.albumen.photo.upload.announcement;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.media.Fault;
import io.albumen.photo.media.FileName;
import io.albumen.photo.media.MediaId;
import io.albumen.photo.storage.UploadSlot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores uploads until they are swept. Every statement on one names its owner. */
@ApplicationScoped
public class UploadRepository {

  /** Names an upload to the sweeper. */
  public record Due(UserId owner, UploadId id) {}

  public void insert(Transaction transaction, Upload upload, Instant dueAt) {
    transaction.later(
        """
        insert into uploads (owner_id, id, state, name, content_type, size_bytes, sha256,
          object_key, created_at, expires_at, due_at, reserved_day, replaces_media_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        upload.owner().value(),
        upload.id().value(),
        upload.state(),
        upload.name().value(),
        upload.slot().contentType(),
        upload.slot().sizeBytes(),
        upload.slot().sha256(),
        upload.slot().key(),
        upload.createdAt(),
        upload.expiresAt(),
        dueAt,
        upload.reservedDay(),
        valueOf(upload.manner().replaces()));
  }

  public Optional<Upload> find(Transaction transaction, UserId owner, UploadId id) {
    return transaction.find(
        "select * from uploads where owner_id = ? and id = ?",
        UploadRepository::read,
        owner.value(),
        id.value());
  }

  /** Those of them that are there, in no particular order. */
  public List<Upload> findAll(Transaction transaction, UserId owner, List<UploadId> ids) {
    return transaction.query(
        "select * from uploads where owner_id = ? and id = any(?)",
        UploadRepository::read,
        owner.value(),
        ids.stream().map(UploadId::value).toList());
  }

  /** Those of them that are still pending, held until the transaction ends. */
  public List<Upload> lockPending(Transaction transaction, UserId owner, List<UploadId> ids) {
    return transaction.query(
        """
        select * from uploads where owner_id = ? and id = any(?) and state = 'PENDING'
        order by id for update
        """,
        UploadRepository::read,
        owner.value(),
        ids.stream().map(UploadId::value).toList());
  }

  /** Holds the row until the transaction ends. */
  public Optional<Upload> lock(Transaction transaction, UserId owner, UploadId id) {
    return transaction.find(
        "select * from uploads where owner_id = ? and id = ? for update",
        UploadRepository::read,
        owner.value(),
        id.value());
  }

  /**
   * As {@link #lock}.
   *
   * @throws UploadException.NotFound when it isn't there
   */
  public Upload lockExisting(Transaction transaction, UserId owner, UploadId id) {
    return lock(transaction, owner, id).orElseThrow(() -> new UploadException.NotFound(id));
  }

  /**
   * As {@link #lockExisting}.
   *
   * @throws UploadException.NotPending when it is settled
   */
  public Upload lockPending(Transaction transaction, UserId owner, UploadId id) {
    var upload = lockExisting(transaction, owner, id);
    if (upload.state() != UploadState.PENDING) {
      throw new UploadException.NotPending(id);
    }
    return upload;
  }

  /** Pending uploads of these contents, in the order in which they were announced. */
  public List<Upload> findPending(Transaction transaction, UserId owner, List<String> hashes) {
    return transaction.query(
        """
        select * from uploads
        where owner_id = ? and sha256 = any(?) and state = 'PENDING' order by id
        """,
        UploadRepository::read,
        owner.value(),
        hashes);
  }

  /** Oldest first, after the given one. */
  public List<Upload> findPending(
      Transaction transaction, UserId owner, @Nullable UUID after, int limit) {
    return transaction.query(
        """
        select * from uploads
        where owner_id = ? and state = 'PENDING' and (?::uuid is null or id > ?::uuid)
        order by id limit ?
        """,
        UploadRepository::read,
        owner.value(),
        after,
        after,
        limit);
  }

  public void postpone(Transaction transaction, Upload upload, Instant expiresAt, Instant dueAt) {
    transaction.update(
        "update uploads set expires_at = ?, due_at = ? where owner_id = ? and id = ?",
        expiresAt,
        dueAt,
        upload.owner().value(),
        upload.id().value());
  }

  /**
   * Remembers what the bucket calls its upload in parts.
   *
   * @param before what it was called until now
   * @return false when somebody else was faster
   */
  public boolean begin(
      Transaction transaction, Upload upload, @Nullable String before, String partsId) {
    return transaction.update(
            """
            update uploads set parts_id = ?
            where owner_id = ? and id = ? and parts_id is not distinct from ?
            """,
            partsId,
            upload.owner().value(),
            upload.id().value(),
            before)
        > 0;
  }

  /** Ends the pending state. */
  public void settle(
      Transaction transaction,
      Upload upload,
      UploadState state,
      @Nullable MediaId media,
      @Nullable Fault fault,
      Instant dueAt) {
    transaction.later(
        """
        update uploads set state = ?, media_id = ?, problem_code = ?, problem_detail = ?, due_at = ?
        where owner_id = ? and id = ? and state = 'PENDING'
        """,
        state,
        valueOf(media),
        fault == null ? null : fault.code(),
        fault == null ? null : fault.detail(),
        dueAt,
        upload.owner().value(),
        upload.id().value());
  }

  /** Of any owner, longest due first. */
  public List<Due> findDue(Transaction transaction, Instant now, int limit) {
    return transaction.query(
        "select owner_id, id from uploads where due_at <= ? order by due_at limit ?",
        row -> new Due(new UserId(row.uuid("owner_id")), new UploadId(row.uuid("id"))),
        now,
        limit);
  }

  /** The row, held, if it is still due. */
  public Optional<Upload> lockDue(Transaction transaction, Due due, Instant now) {
    return transaction.find(
        "select * from uploads where owner_id = ? and id = ? and due_at <= ? for update",
        UploadRepository::read,
        due.owner().value(),
        due.id().value(),
        now);
  }

  /** Not before then; one that was renewed meanwhile may be due later still. */
  public void reschedule(Transaction transaction, Due due, Instant dueAt) {
    transaction.update(
        "update uploads set due_at = greatest(due_at, ?) where owner_id = ? and id = ?",
        dueAt,
        due.owner().value(),
        due.id().value());
  }

  public void delete(Transaction transaction, Upload upload) {
    transaction.update(
        "delete from uploads where owner_id = ? and id = ?",
        upload.owner().value(),
        upload.id().value());
  }

  private static Upload read(Row row) {
    var code = row.textOrNull("problem_code");
    var detail = row.textOrNull("problem_detail");
    return new Upload(
        new UserId(row.uuid("owner_id")),
        new UploadId(row.uuid("id")),
        row.constant("state", UploadState.class),
        new FileName(row.text("name")),
        new UploadSlot(
            row.text("object_key"),
            row.text("content_type"),
            row.number("size_bytes"),
            row.text("sha256")),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.instant("reserved_day"),
        mediaOrNull(row, "media_id"),
        code == null || detail == null ? null : new Fault(code, detail),
        new Upload.Manner(mediaOrNull(row, "replaces_media_id"), row.textOrNull("parts_id")));
  }

  private static @Nullable MediaId mediaOrNull(Row row, String column) {
    var id = row.uuidOrNull(column);
    return id == null ? null : new MediaId(id);
  }

  private static @Nullable UUID valueOf(@Nullable MediaId media) {
    return media == null ? null : media.value();
  }
}
