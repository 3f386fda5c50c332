package io.albumen.photo.outbox;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Stores messages until they are sent. */
@ApplicationScoped
class OutboxRepository {

  void insert(Transaction transaction, OutboxMessage message) {
    transaction.update(
        """
        insert into outbox
          (owner_id, id, destination, type, payload, occurred_at, available_at, attempts)
        values (?, ?, ?, ?, ?, ?, ?, ?)
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

  /** Oldest first; no other relay gets the same rows before the transaction ends. */
  List<OutboxMessage> claim(Transaction transaction, Instant now, int limit) {
    return transaction.query(
        """
        select * from outbox where available_at <= ?
        order by available_at, id limit ? for update skip locked
        """,
        OutboxRepository::read,
        now,
        limit);
  }

  void delete(Transaction transaction, OutboxMessage message) {
    transaction.update(
        "delete from outbox where owner_id = ? and id = ?", message.owner().value(), message.id());
  }

  void postpone(Transaction transaction, OutboxMessage message, Instant until) {
    transaction.update(
        """
        update outbox set available_at = ?, attempts = attempts + 1
        where owner_id = ? and id = ?
        """,
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
