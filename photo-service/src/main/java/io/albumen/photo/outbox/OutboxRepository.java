package io.albumen.photo.outbox;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Stores messages until they are sent. */
@ApplicationScoped
class OutboxRepository {

  /** Leaves one that is still to be sent under the same id as it is. */
  void insert(Transaction transaction, OutboxMessage message) {
    transaction.later(
        """
        insert into outbox
          (owner_id, id, destination, type, payload, occurred_at, available_at, attempts)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (owner_id, id) do nothing
        """,
        message.owner().value(),
        message.id(),
        message.destination(),
        message.type(),
        message.payload(),
        message.occurredAt(),
        message.occurredAt(),
        message.attempts());
  }

  /**
   * What may go now, oldest first, put off until the given time, so that no other relay takes it
   * meanwhile and a crash only delays it.
   */
  List<OutboxMessage> claim(Transaction transaction, Instant now, Instant until, int limit) {
    return transaction
        .query(
            """
            update outbox o set available_at = ?, attempts = o.attempts + 1
            from (
              select owner_id, id from outbox where available_at <= ?
              order by available_at, id limit ? for update skip locked
            ) due
            where o.owner_id = due.owner_id and o.id = due.id
            returning o.*
            """,
            OutboxRepository::read,
            until,
            now,
            limit)
        .stream()
        .sorted(Comparator.comparing(OutboxMessage::occurredAt).thenComparing(OutboxMessage::id))
        .toList();
  }

  void delete(Transaction transaction, OutboxMessage message) {
    transaction.update(
        "delete from outbox where owner_id = ? and id = ?", message.owner().value(), message.id());
  }

  void postpone(Transaction transaction, OutboxMessage message, Instant until) {
    transaction.update(
        "update outbox set available_at = ? where owner_id = ? and id = ?",
        until,
        message.owner().value(),
        message.id());
  }

  private static OutboxMessage read(Row row) {
    return new OutboxMessage(
        row.uuid("id"),
        new UserId(row.uuid("owner_id")),
        row.constant("destination", OutboxMessage.Destination.class),
        row.text("type"),
        row.text("payload"),
        row.instant("occurred_at"),
        row.integer("attempts"));
  }
}
