package io.albumen.photo.outbox;

import java.util.List;

/** Hands messages to the queue or the bus they are for; returns when all were taken. */
interface MessageSender {
  void send(OutboxMessage.Destination destination, List<OutboxMessage> messages);
}
