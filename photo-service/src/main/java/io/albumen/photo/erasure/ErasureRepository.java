package io.albumen.photo.erasure;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.erasure.Erasure.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Stores erasures until they are over, each under its owner. */
@ApplicationScoped
class ErasureRepository {

  /**
   * Begins one, or begins again what was answered before. One that has not been answered yet goes
   * on as it is.
   */
  void begin(
      Transaction transaction, UserId owner, Instant answerAt, Instant lastSweepAt, Instant dueAt) {
    transaction.update(
        """
        insert into erasures as e (owner_id, step, answer_at, last_sweep_at, due_at)
        values (?, 'ROWS', ?, ?, ?)
        on conflict (owner_id) do update set step = excluded.step, due_at = excluded.due_at,
          attempts = 0
        where e.step = 'LAST_SWEEP'
        """,
        owner.value(),
        answerAt,
        lastSweepAt,
        dueAt);
  }

  /**
   * One that is due, longest first, put off until the given time, so that no other sweeper takes it
   * meanwhile and a crash only delays it.
   */
  Optional<Erasure> claim(Transaction transaction, Instant now, Instant until) {
    return transaction.find(
        """
        update erasures e set due_at = ?, attempts = e.attempts + 1
        from (
          select owner_id from erasures where due_at <= ?
          order by due_at limit 1 for update skip locked
        ) due
        join closed_accounts c on c.id = due.owner_id
        where e.owner_id = due.owner_id
        returning e.*, c.library_key
        """,
        ErasureRepository::read,
        until,
        now);
  }

  /** The claimed step got on; the next, or more of the same, is due then. */
  void proceed(Transaction transaction, Erasure claimed, Step next, Instant dueAt) {
    transaction.update(
        """
        update erasures set step = ?, due_at = ?, attempts = 0 where owner_id = ? and step = ?
        """,
        next,
        dueAt,
        claimed.owner().value(),
        claimed.step());
  }

  /** It is over, unless it was begun again meanwhile. */
  void end(Transaction transaction, Erasure claimed) {
    transaction.update(
        "delete from erasures where owner_id = ? and step = ?",
        claimed.owner().value(),
        claimed.step());
  }

  private static Erasure read(Row row) {
    return new Erasure(
        new UserId(row.uuid("owner_id")),
        row.text("library_key"),
        row.constant("step", Step.class),
        row.instant("answer_at"),
        row.instant("last_sweep_at"),
        row.integer("attempts"));
  }
}
