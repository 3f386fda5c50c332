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
 * @param look what else the tile tells
 * @param localTime orders the timeline; what the clock showed where it was taken
 */
public record Tile(
    UUID id,
    MediaFormat.Kind kind,
    State state,
    @Nullable String renditionKey,
    @Nullable Double ratio,
    @Nullable String thumbhash,
    Instant takenAt,
    @Nullable Integer utcOffsetMinutes,
    @Nullable Long durationMs,
    Look look,
    LocalDateTime localTime) {

  /** Items that were refused have no tile. */
  public enum State {
    PROCESSING,
    READY,
    FAILED
  }

  /**
   * Signs on a tile.
   *
   * @param live whether a film belongs to the photo
   * @param place city, else country
   */
  public record Look(
      boolean favorite, boolean archived, boolean animated, boolean live, @Nullable String place) {}

  Position position() {
    return new Position(localTime, id);
  }

  /** The month of the timeline it belongs to, {@code yyyy-mm}. */
  public String bucket() {
    return "%04d-%02d".formatted(localTime.getYear(), localTime.getMonthValue());
  }
}
