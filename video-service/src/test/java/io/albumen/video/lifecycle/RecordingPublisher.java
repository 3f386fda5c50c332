package io.albumen.video.lifecycle;

import io.albumen.common.messaging.Event;
import java.util.ArrayList;
import java.util.List;

public class RecordingPublisher implements EventPublisher {
  private final List<Event> events = new ArrayList<>();

  @Override
  public void publish(List<Event> published) {
    events.addAll(published);
  }

  public List<Event> events() {
    return events;
  }
}
