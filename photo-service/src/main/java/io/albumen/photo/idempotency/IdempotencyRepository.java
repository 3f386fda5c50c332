package io.albumen.photo.idempotency;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores first answers, each under its owner. */
@ApplicationScoped
class IdempotencyRepository {

  /**
   * @param answer JSON; none while the first request is being worked on
   */
  record Kept(String requestHash, @Nullable String answer) {}

  /** Of any owner, oldest first; those that another sweeper is at are left to it. */
  int deleteOlder(Transaction transaction, Instant limit, int count) {
    return transaction.update(
        """
        delete from idempotency_keys where (owner_id, key) in (
          select owner_id, key from idempotency_keys where claimed_at < ?
          order by claimed_at limit ? for update skip locked)
        """,
        limit,
        count);
  }

  /**
   * Takes the key, unless it is taken; one whose first request was lost is taken over by the same
   * request.
   *
   * @return whether it is the caller's now
   */
  boolean claim(
      Transaction transaction,
      UserId owner,
      String key,
      String requestHash,
      Instant now,
      Instant lostBefore) {
    return transaction.update(
            """
            insert into idempotency_keys as k (owner_id, key, request_hash, claimed_at)
            values (?, ?, ?, ?)
            on conflict (owner_id, key) do update set claimed_at = excluded.claimed_at
            where k.answer is null and k.claimed_at < ? and k.request_hash = excluded.request_hash
            """,
            owner.value(),
            key,
            requestHash,
            now,
            lostBefore)
        > 0;
  }

  Optional<Kept> find(Transaction transaction, UserId owner, String key) {
    return transaction.find(
        "select request_hash, answer from idempotency_keys where owner_id = ? and key = ?",
        row -> new Kept(row.text("request_hash"), row.textOrNull("answer")),
        owner.value(),
        key);
  }

  void keep(Transaction transaction, UserId owner, String key, String answer) {
    transaction.update(
        "update idempotency_keys set answer = ? where owner_id = ? and key = ?",
        answer,
        owner.value(),
        key);
  }

  /** The request came to nothing, so it may be tried again. */
  void release(Transaction transaction, UserId owner, String key) {
    transaction.update(
        "delete from idempotency_keys where owner_id = ? and key = ? and answer is null",
        owner.value(),
        key);
  }
}
