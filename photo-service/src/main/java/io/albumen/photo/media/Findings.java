package io.albumen.photo.media;

import io.albumen.photo.place.PlaceName;
import org.jspecify.annotations.Nullable;

/**
 * What was read from an original's bytes; all of it unknown while the item is processed.
 *
 * @param width in pixels after orientation; absent for sound
 * @param height in pixels after orientation; absent for sound
 * @param durationMs of video and sound
 * @param thumbhash Base64
 * @param details what few originals have
 */
public record Findings(
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMs,
    @Nullable String thumbhash,
    @Nullable Place place,
    @Nullable Camera camera,
    Details details) {
  public static final Findings NONE = new Findings(null, null, null, null, null, null);

  /** Of an original without details. */
  public Findings(
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Long durationMs,
      @Nullable String thumbhash,
      @Nullable Place place,
      @Nullable Camera camera) {
    this(width, height, durationMs, thumbhash, place, camera, Details.NONE);
  }

  /**
   * Decimal degrees, and metres above the sea.
   *
   * @param name absent far from anywhere
   */
  public record Place(
      double latitude,
      double longitude,
      @Nullable Double altitudeMeters,
      @Nullable PlaceName name,
      Source source) {

    /** Who says so. */
    public enum Source {
      ORIGINAL,
      /** Somebody set it by hand, and no worker changes it again. */
      EDITED
    }
  }

  /**
   * What sets an original apart.
   *
   * @param animated whether it is a picture that moves
   * @param contentId the same in both halves of a live photo
   */
  public record Details(boolean animated, @Nullable String contentId, @Nullable Track track) {
    public static final Details NONE = new Details(false, null, null);
  }

  /**
   * What a video or sound says of itself.
   *
   * @param container usual file name ending of its format
   * @param frameRate in frames a second
   * @param bitrate of all tracks together, in bits a second
   * @param sampleRate in hertz
   */
  public record Track(
      @Nullable String container,
      @Nullable String videoCodec,
      @Nullable String audioCodec,
      @Nullable Double frameRate,
      @Nullable Long bitrate,
      @Nullable Integer sampleRate,
      @Nullable Integer channels,
      @Nullable String title,
      @Nullable String artist,
      @Nullable String album) {
    public static final Track NONE =
        new Track(null, null, null, null, null, null, null, null, null, null);
  }

  /** The camera and its settings, as far as the original tells. */
  public record Camera(
      @Nullable String make,
      @Nullable String model,
      @Nullable String lens,
      @Nullable Double exposureSeconds,
      @Nullable Double fNumber,
      @Nullable Integer iso,
      @Nullable Double focalLengthMillimeters) {
    public static final Camera UNKNOWN = new Camera(null, null, null, null, null, null, null);

    boolean isUnknown() {
      return equals(UNKNOWN);
    }
  }
}
