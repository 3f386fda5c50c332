package io.albumen.photo.disposal;

import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores keys of objects that are to be deleted. */
@ApplicationScoped
class DoomedObjectRepository {

  /**
   * @param attempts deletions that failed so far
   * @param againAt when it is to be deleted once more
   */
  record DoomedObject(UserId owner, String key, int attempts, @Nullable Instant againAt) {
    boolean isPrefix() {
      return key.endsWith("/");
    }
  }

  /** Of a key that is there already, the later second deletion holds. */
  void insert(
      Transaction transaction, UserId owner, String key, Instant dueAt, @Nullable Instant againAt) {
    transaction.update(
        """
        insert into doomed_objects as d (owner_id, object_key, due_at, again_at)
        values (?, ?, ?, ?)
        on conflict (owner_id, object_key)
        do update set due_at = least(d.due_at, excluded.due_at),
          again_at = greatest(d.again_at, excluded.again_at)
        """,
        owner.value(),
        key,
        dueAt,
        againAt);
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
        returning d.owner_id, d.object_key, d.attempts, d.again_at
        """,
        row ->
            new DoomedObject(
                new UserId(row.uuid("owner_id")),
                row.text("object_key"),
                row.integer("attempts"),
                row.instantOrNull("again_at")),
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

  /** It is gone, and is looked at once more then. */
  void keep(Transaction transaction, DoomedObject object, Instant until) {
    transaction.update(
        """
        update doomed_objects set due_at = ? where owner_id = ? and object_key = ?
        """,
        until,
        object.owner().value(),
        object.key());
  }
}
