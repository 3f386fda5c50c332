package io.albumen.photo.reprocessing;

import io.albumen.common.UserId;
import io.albumen.media.MediaFormat;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.reprocessing.Reprocessing.Scope;
import io.albumen.photo.reprocessing.Reprocessing.Selection;
import io.albumen.photo.reprocessing.Reprocessing.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores jobs and what is still to be done of each. Media are listed in the order of their key,
 * owner by owner, from where the last step ended; every other statement on them names the owner.
 */
@ApplicationScoped
class ReprocessingRepository {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** One item of a job. */
  record Task(UserId owner, UUID media, UUID job, int attempts) {}

  /** How far the media of a job are listed. */
  record Listing(UUID job, Selection selection, UUID afterOwner, UUID afterMedia) {}

  /** What a listing comes by. */
  record Listed(UUID owner, UUID media, MediaFormat.Kind kind, boolean hasBytes) {}

  void insert(Transaction transaction, Reprocessing job, boolean isListed) {
    var selection = job.selection();
    transaction.update(
        """
        insert into reprocessing_jobs (id, scope, kind, owner_id, state, total, listed,
          listed_owner, listed_media, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        job.id(),
        selection.scope(),
        selection.kind(),
        selection.owner() == null ? null : selection.owner().value(),
        job.state(),
        job.total(),
        isListed,
        BEFORE_ALL,
        BEFORE_ALL,
        job.createdAt());
  }

  Optional<Reprocessing> find(Transaction transaction, UUID id) {
    return transaction.find(
        "select * from reprocessing_jobs where id = ?", ReprocessingRepository::job, id);
  }

  /** Newest first. */
  List<Reprocessing> findLatest(Transaction transaction, int limit) {
    return transaction.query(
        "select * from reprocessing_jobs order by id desc limit ?",
        ReprocessingRepository::job,
        limit);
  }

  /** Ends a job that runs, with all that is left of it. */
  void cancel(Transaction transaction, UUID id, Instant now) {
    var cancelled =
        transaction.update(
            """
            update reprocessing_jobs set state = 'CANCELLED', finished_at = ?
            where id = ? and state = 'RUNNING'
            """,
            now,
            id);
    if (cancelled == 1) {
      transaction.update("delete from reprocessing_items where job_id = ?", id);
    }
  }

  /** Those of an owner's ids that can be processed. */
  List<UUID> findProcessable(
      Transaction transaction, UserId owner, List<UUID> ids, Selection selection) {
    return transaction.query(
        """
        select id from media
        where owner_id = ? and id = any(?::uuid[]) and state in ('READY', 'FAILED')
          and kind = coalesce(?, kind)
        """,
        row -> row.uuid("id"),
        owner.value(),
        ids,
        selection.kind());
  }

  void insertTasks(
      Transaction transaction, UUID job, List<UUID> owners, List<UUID> media, Instant dueAt) {
    transaction.update(
        """
        insert into reprocessing_items (owner_id, media_id, job_id, due_at)
        select owner_id, media_id, ?, ? from unnest(?::uuid[], ?::uuid[]) as t (owner_id, media_id)
        on conflict do nothing
        """,
        job,
        dueAt,
        owners,
        media);
  }

  /** A running job whose media are not all listed, held until the transaction ends. */
  Optional<Listing> claimListing(Transaction transaction) {
    return transaction.find(
        """
        select * from reprocessing_jobs where state = 'RUNNING' and not listed
        order by id limit 1 for update skip locked
        """,
        row ->
            new Listing(
                row.uuid("id"),
                selection(row),
                row.uuid("listed_owner"),
                row.uuid("listed_media")));
  }

  List<Listed> listNext(Transaction transaction, Listing listing, int limit) {
    var owner = listing.selection().owner();
    var failedOnly = listing.selection().scope() == Scope.FAILED ? "and state = 'FAILED'" : "";
    var sql =
        """
        select owner_id, id, kind, state in ('READY', 'FAILED') as has_bytes from media
        where (owner_id, id) > (?, ?) and owner_id %s ? %s
        order by owner_id, id limit ?
        """
            .formatted(owner == null ? ">=" : "=", failedOnly);
    return transaction.query(
        sql,
        row ->
            new Listed(
                row.uuid("owner_id"),
                row.uuid("id"),
                row.constant("kind", MediaFormat.Kind.class),
                row.flag("has_bytes")),
        listing.afterOwner(),
        listing.afterMedia(),
        owner == null ? listing.afterOwner() : owner.value(),
        limit);
  }

  void saveListing(Transaction transaction, Listing listing, int found, boolean isListed) {
    transaction.update(
        """
        update reprocessing_jobs set total = total + ?, listed = ?, listed_owner = ?,
          listed_media = ?
        where id = ?
        """,
        found,
        isListed,
        listing.afterOwner(),
        listing.afterMedia(),
        listing.job());
  }

  /** What is due, put off until the given time, so that a crash only delays it. */
  Optional<Task> claim(Transaction transaction, Instant now, Instant until) {
    return transaction.find(
        """
        update reprocessing_items i set due_at = ?, attempts = i.attempts + 1
        from (
          select owner_id, media_id, job_id from reprocessing_items where due_at <= ?
          order by due_at limit 1 for update skip locked
        ) due
        where i.owner_id = due.owner_id and i.media_id = due.media_id and i.job_id = due.job_id
        returning i.owner_id, i.media_id, i.job_id, i.attempts
        """,
        row ->
            new Task(
                new UserId(row.uuid("owner_id")),
                row.uuid("media_id"),
                row.uuid("job_id"),
                row.integer("attempts")),
        until,
        now);
  }

  void putOff(Transaction transaction, Task task, Instant until) {
    transaction.update(
        """
        update reprocessing_items set due_at = ?
        where owner_id = ? and media_id = ? and job_id = ?
        """,
        until,
        task.owner().value(),
        task.media(),
        task.job());
  }

  /** Counts an item once; not at all when its job was cancelled. */
  void settle(Transaction transaction, Task task, boolean isDone) {
    var deleted =
        transaction.update(
            "delete from reprocessing_items where owner_id = ? and media_id = ? and job_id = ?",
            task.owner().value(),
            task.media(),
            task.job());
    if (deleted == 1) {
      transaction.update(
          "update reprocessing_jobs set done = done + ?, failed = failed + ? where id = ?",
          isDone ? 1 : 0,
          isDone ? 0 : 1,
          task.job());
    }
  }

  /** Ends the jobs of which nothing is left, be it done or erased with its account. */
  void finish(Transaction transaction, Instant now) {
    transaction.update(
        """
        update reprocessing_jobs j set state = 'DONE', finished_at = ?
        where state = 'RUNNING' and listed
          and not exists (select from reprocessing_items i where i.job_id = j.id)
        """,
        now);
  }

  private static Reprocessing job(Row row) {
    return new Reprocessing(
        row.uuid("id"),
        selection(row),
        row.constant("state", State.class),
        row.number("total"),
        row.number("done"),
        row.number("failed"),
        row.instant("created_at"),
        row.instantOrNull("finished_at"));
  }

  private static Selection selection(Row row) {
    var owner = row.uuidOrNull("owner_id");
    return new Selection(
        row.constant("scope", Scope.class),
        row.textOrNull("kind") == null ? null : row.constant("kind", MediaFormat.Kind.class),
        owner == null ? null : new UserId(owner));
  }
}
