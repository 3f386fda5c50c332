package io.albumen.photo.processing.engine;

import io.albumen.media.MediaFormat;
import io.albumen.photo.processing.metadata.CameraInfo;
import io.albumen.photo.processing.metadata.GeoPoint;
import io.albumen.photo.processing.metadata.TakenAt;
import io.albumen.photo.processing.metadata.TrackInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine learned from an original and made of it.
 *
 * @param width in pixels after orientation; 0 for sound
 * @param height in pixels after orientation; 0 for sound
 * @param durationMs of video and sound
 * @param thumbhash Base64; of a sound that of its cover, absent without
 */
public record Processed(
    MediaFormat.Kind kind,
    int width,
    int height,
    @Nullable Long durationMs,
    @Nullable String thumbhash,
    @Nullable TakenAt takenAt,
    @Nullable GeoPoint place,
    @Nullable CameraInfo camera,
    TrackInfo tracks,
    Traits traits,
    List<RenditionFile> renditions) {

  /**
   * What sets an item apart from others of its kind.
   *
   * @param animated whether a picture moves
   * @param contentIdentifier which Apple's cameras write into both halves of a live photo, in upper
   *     case
   */
  public record Traits(boolean animated, @Nullable String contentIdentifier) {
    public static final Traits NONE = new Traits(false, null);
  }

  public Processed {
    renditions = List.copyOf(renditions);
  }

  /** A picture, or anything whose tracks and traits do not matter. */
  public Processed(
      MediaFormat.Kind kind,
      int width,
      int height,
      @Nullable Long durationMs,
      @Nullable String thumbhash,
      @Nullable TakenAt takenAt,
      @Nullable GeoPoint place,
      @Nullable CameraInfo camera,
      List<RenditionFile> renditions) {
    this(
        kind,
        width,
        height,
        durationMs,
        thumbhash,
        takenAt,
        place,
        camera,
        TrackInfo.NONE,
        Traits.NONE,
        renditions);
  }
}
