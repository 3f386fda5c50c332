package io.albumen.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.local.FleetResources;
import io.albumen.local.faces.Faces;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

class RedeliveryTest {
  private final Path directory;

  RedeliveryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void deliversWhenTheQueuesComeBack() {
    try (var faces = Faces.in(directory).start(new EventsPart())) {
      put(faces, 3);

      try (var queues = TestQueues.start(faces)) {
        assertThat(queues.receive("video-events", 3)).hasSize(3);
      }
    }
  }

  @Test
  void deliversAfterARestartWhatWasAcceptedBefore() {
    try (var faces = Faces.in(directory).start(new EventsPart())) {
      put(faces, 12);
      faces.stop();

      try (var queues = TestQueues.start(faces)) {
        faces.start(new EventsPart());

        assertThat(queues.receive("video-events", 12))
            .containsExactlyInAnyOrderElementsOf(bodies(12));
      }
    }
  }

  private static void put(Faces faces, int count) {
    try (var events = faces.client("events", EventBridgeClient.builder())) {
      bodies(count)
          .forEach(
              body ->
                  events.putEvents(
                      request ->
                          request.entries(
                              PutEventsRequestEntry.builder()
                                  .eventBusName(FleetResources.BUS)
                                  .source("albumen")
                                  .detailType("MediaPurged")
                                  .detail(body)
                                  .build())));
    }
  }

  private static List<String> bodies(int count) {
    return IntStream.range(0, count).mapToObj("{\"id\":%d}"::formatted).toList();
  }
}
