package io.albumen.photo.timeline;

import java.time.LocalDateTime;
import java.util.UUID;

/** The tile after which to go on, from the latest to the earliest. */
record Position(LocalDateTime localTime, UUID id) {
  /** Before every tile. */
  static final Position START =
      new Position(LocalDateTime.of(9999, 12, 31, 23, 59), new UUID(-1L, -1L));

  String encoded() {
    return localTime + " " + id;
  }

  /** Of what was {@link #encoded}. */
  static Position of(String encoded) {
    var parts = encoded.split(" ", 2);
    return new Position(LocalDateTime.parse(parts[0]), UUID.fromString(parts[1]));
  }
}
