package io.albumen.video.film;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact still to be told to the bus. It is stored in the same write as the fact itself; the id is
 * made there, so that telling twice is recognisable.
 */
public record Announcement(UUID id, Kind kind, Instant at) {

  public enum Kind {
    READY("VideoReady"),
    FAILED("VideoFailed");

    private final String eventType;

    Kind(String eventType) {
      this.eventType = eventType;
    }

    public String eventType() {
      return eventType;
    }
  }
}
