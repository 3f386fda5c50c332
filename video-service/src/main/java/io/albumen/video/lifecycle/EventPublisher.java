package io.albumen.video.lifecycle;

import io.albumen.common.messaging.Event;
import java.util.List;

/** The bus; returns once it has taken every event, throws otherwise. */
@FunctionalInterface
public interface EventPublisher {
  void publish(List<Event> events);
}
