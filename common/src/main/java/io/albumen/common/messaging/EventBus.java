package io.albumen.common.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** Publishes facts on the EventBridge bus; rules hand on {@code $.detail}, which is the event. */
public class EventBus {
  /** PutEvents takes no more entries at once. */
  private static final int MAX_ENTRIES = 10;

  private final EventBridgeClient client;
  private final String bus;
  private final String source;
  private final ObjectMapper mapper;

  /**
   * @param source the publishing service, as {@code photo-service}
   */
  public EventBus(EventBridgeClient client, String bus, String source, ObjectMapper mapper) {
    this.client = client;
    this.bus = bus;
    this.source = source;
    this.mapper = mapper;
  }

  /** The bus took fewer events than it was given; publishing all of them again is harmless. */
  public static final class NotPublished extends RuntimeException {
    NotPublished(String message) {
      super(message);
    }
  }

  /**
   * Returns once the bus has taken every event.
   *
   * @throws NotPublished if it refused one
   */
  public void publish(List<Event> events) {
    for (int from = 0; from < events.size(); from += MAX_ENTRIES) {
      put(events.subList(from, Math.min(from + MAX_ENTRIES, events.size())));
    }
  }

  private void put(List<Event> events) {
    var answer = client.putEvents(put -> put.entries(events.stream().map(this::entry).toList()));
    if (answer.failedEntryCount() > 0) {
      var codes = answer.entries().stream().map(entry -> entry.errorCode()).distinct().toList();
      throw new NotPublished(
          "%d of %d events refused: %s".formatted(answer.failedEntryCount(), events.size(), codes));
    }
  }

  private PutEventsRequestEntry entry(Event event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source(source)
        .detailType(event.type())
        .time(event.occurredAt())
        .detail(event.toJson(mapper))
        .build();
  }
}
