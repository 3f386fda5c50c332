package io.albumen.photo.disposal;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Stores keys of objects that are to be deleted. */
@ApplicationScoped
class DoomedObjectRepository {

  /**
   * @param attempts deletions that failed so far
   */
  record DoomedObject(UserId owner, String key, int attempts) {
    boolean isPrefix() {
      return key.endsWith("/");
    }
  }

  void insert(Transaction transaction, UserId owner, String key, Instant dueAt) {
    transaction.update(
        """
        insert into doomed_objects (owner_id, object_key, due_at) values (?, ?, ?)
        on conflict (owner_id, object_key) do update
          set due_at = least(doomed_objects.due_at, excluded.due_at)
        """,
        owner.value(),
        key,
        dueAt);
  }

  /** Answers false when it was claimed before. */
  boolean spare(Transaction transaction, UserId owner, String key) {
    var spared =
        transaction.update(
            """
            delete from doomed_objects
            where owner_id = ? and object_key = ? and attempts = 0
            """,
            owner.value(),
            key);
    return spared == 1;
  }

  /**
   * What is due, put off until the given time, so that no other sweeper takes it meanwhile and a
   * crash only delays it.
   */
  List<DoomedObject> claim(Transaction transaction, Instant now, Instant until, int limit) {
    return transaction.query(
        """
        update doomed_objects d set due_at = ?, attempts = d.attempts + 1
        from (
          select owner_id, object_key from doomed_objects where due_at <= ?
          order by due_at limit ? for update skip locked
        ) due
        where d.owner_id = due.owner_id and d.object_key = due.object_key
        returning d.owner_id, d.object_key, d.attempts
        """,
        row ->
            new DoomedObject(
                new UserId(row.uuid("owner_id")), row.text("object_key"), row.integer("attempts")),
        until,
        now,
        limit);
  }

  void delete(Transaction transaction, DoomedObject object) {
    transaction.update(
        "delete from doomed_objects where owner_id = ? and object_key = ?",
        object.owner().value(),
        object.key());
  }
}
