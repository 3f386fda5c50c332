package io.albumen.photo.timeline;

import io.albumen.media.MediaFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as the timeline draws it.
 *
 * @param renditionKey only when READY
 * @param ratio width by height, after orientation
 * @param localTime orders the timeline; what the clock showed where it was taken
 */
record Tile(
    UUID id,
    MediaFormat.Kind kind,
    State state,
    @Nullable String renditionKey,
    @Nullable Double ratio,
    @Nullable String thumbhash,
    Instant takenAt,
    @Nullable Integer utcOffsetMinutes,
    @Nullable Long durationMs,
    boolean favorite,
    LocalDateTime localTime) {

  /** Items that were refused have no tile. */
  enum State {
    PROCESSING,
    READY,
    FAILED
  }
}
