package io.albumen.photo.outbox;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param type names the command or fact
 * @param payload JSON
 * @param attempts to send it, the one under way included
 */
record OutboxMessage(
    UUID id,
    UserId owner,
    Destination destination,
    String type,
    String payload,
    Instant occurredAt,
    int attempts) {

  /** Commands go straight to the queue of whoever does them; facts go to the bus. */
  enum Destination {
    MEDIA_PROCESSING,
    EVENT_BUS
  }
}
