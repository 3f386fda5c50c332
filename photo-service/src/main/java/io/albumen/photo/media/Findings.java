package io.albumen.photo.media;

import org.jspecify.annotations.Nullable;

/**
 * What was read from an original's bytes; all of it unknown while the item is processed.
 *
 * @param width in pixels after orientation; absent for sound
 * @param height in pixels after orientation; absent for sound
 * @param durationMs of video and sound
 * @param thumbhash Base64
 */
public record Findings(
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMs,
    @Nullable String thumbhash,
    @Nullable Place place,
    @Nullable Camera camera) {
  static final Findings NONE = new Findings(null, null, null, null, null, null);

  /** Decimal degrees, and metres above the sea. */
  public record Place(double latitude, double longitude, @Nullable Double altitudeMeters) {}

  /** The camera and its settings, as far as the original tells. */
  public record Camera(
      @Nullable String make,
      @Nullable String model,
      @Nullable String lens,
      @Nullable Double exposureSeconds,
      @Nullable Double fNumber,
      @Nullable Integer iso,
      @Nullable Double focalLengthMillimeters) {
    private static final Camera UNKNOWN = new Camera(null, null, null, null, null, null, null);

    boolean isUnknown() {
      return equals(UNKNOWN);
    }
  }
}
