package io.albumen.photo.processing.engine;

import io.albumen.media.MediaFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine learned from an original and made of it.
 *
 * @param width in pixels after orientation; 0 for sound
 * @param height in pixels after orientation; 0 for sound
 * @param durationMs of video and sound
 * @param thumbhash Base64; absent for sound
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
    List<RenditionFile> renditions) {

  public Processed {
    renditions = List.copyOf(renditions);
  }

  /** A picture, or anything whose tracks do not matter. */
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
        renditions);
  }
}
