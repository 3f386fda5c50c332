package io.albumen.photo.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Commands to SQS, facts to EventBridge. */
@ApplicationScoped
class AwsMessageSender implements MessageSender {
  private final SqsClient sqs;
  private final EventBus bus;
  private final OutboxConfig config;
  private final ObjectMapper mapper;

  AwsMessageSender(SqsClient sqs, EventBus bus, OutboxConfig config, ObjectMapper mapper) {
    this.sqs = sqs;
    this.bus = bus;
    this.config = config;
    this.mapper = mapper;
  }

  /** The queue took fewer commands than it was given; sending all of them again is harmless. */
  static final class NotSent extends RuntimeException {
    NotSent(String message) {
      super(message);
    }
  }

  @Override
  public void send(OutboxMessage.Destination destination, List<OutboxMessage> messages) {
    switch (destination) {
      case MEDIA_PROCESSING -> enqueue(messages);
      case EVENT_BUS -> bus.publish(messages.stream().map(this::event).toList());
    }
  }

  private void enqueue(List<OutboxMessage> messages) {
    var url = sqs.getQueueUrl(get -> get.queueName(config.queue())).queueUrl();
    var entries = messages.stream().map(AwsMessageSender::entry).toList();
    var answer = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
    if (!answer.failed().isEmpty()) {
      throw new NotSent(
          "%d of %d commands refused".formatted(answer.failed().size(), messages.size()));
    }
  }

  private static SendMessageBatchRequestEntry entry(OutboxMessage message) {
    return SendMessageBatchRequestEntry.builder()
        .id(message.id().toString())
        .messageBody(message.payload())
        .build();
  }

  private Event event(OutboxMessage message) {
    try {
      var data = mapper.readTree(message.payload());
      return Event.of(message.id(), message.type(), message.occurredAt(), data, mapper);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outbox payload is always JSON", e);
    }
  }
}
