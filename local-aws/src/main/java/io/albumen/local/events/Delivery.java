package io.albumen.local.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that some queue is due.
 *
 * @param acceptedAt when the event came; after a day of failing it is given up
 */
record Delivery(
    String queueArn,
    String body,
    @Nullable String messageGroupId,
    String eventId,
    Instant acceptedAt) {

  String queue() {
    return queueArn.substring(queueArn.lastIndexOf(':') + 1);
  }
}
