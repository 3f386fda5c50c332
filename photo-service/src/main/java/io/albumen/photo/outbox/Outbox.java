package io.albumen.photo.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.outbox.OutboxMessage.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Takes messages that go out if, and only if, the transaction commits. */
@ApplicationScoped
public class Outbox {
  private final OutboxRepository messages;
  private final ObjectMapper mapper;
  private final Ids ids;
  private final Clock clock;

  Outbox(OutboxRepository messages, ObjectMapper mapper, Ids ids, Clock clock) {
    this.messages = messages;
    this.mapper = mapper;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A fact for everyone on the bus.
   *
   * @param fact a record whose simple name is the event's type
   */
  public void publish(Transaction transaction, UserId owner, Record fact) {
    publish(transaction, owner, ids.next(), fact);
  }

  /**
   * As {@link #publish}, for a fact that may be told again.
   *
   * @param id the same whenever it is told
   */
  public void publish(Transaction transaction, UserId owner, UUID id, Record fact) {
    append(transaction, owner, id, Destination.EVENT_BUS, fact);
  }

  /** A command for the worker, on the queue {@code media-processing}. */
  public void askWorker(Transaction transaction, UserId owner, Record command) {
    append(transaction, owner, ids.next(), Destination.MEDIA_PROCESSING, command);
  }

  private void append(
      Transaction transaction, UserId owner, UUID id, Destination destination, Record body) {
    messages.insert(
        transaction,
        new OutboxMessage(
            id,
            owner,
            destination,
            body.getClass().getSimpleName(),
            json(body),
            clock.instant(),
            0));
  }

  private String json(Record body) {
    try {
      return mapper.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }
}
