package io.albumen.video.film;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a film is to look, every default filled in.
 *
 * @param secondsPerPhoto from the start of one photo to the start of the next; a crossfade takes
 *     the end of this time, so it adds nothing to the length
 * @param seed makes {@link PhotoOrder#SHUFFLED} repeatable
 */
public record FilmOptions(
    Aspect aspect,
    Resolution resolution,
    double secondsPerPhoto,
    Transition transition,
    Motion motion,
    PhotoOrder order,
    long seed,
    @Nullable UUID musicMediaId) {

  /** Every film runs at this constant rate: browsers and televisions play it without judder. */
  public static final int FRAMES_PER_SECOND = 30;

  @Schema(name = "VideoAspect")
  public enum Aspect {
    WIDE("16:9"),
    TALL("9:16"),
    SQUARE("1:1");

    private final String wire;

    Aspect(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String toString() {
      return wire;
    }
  }

  /** Named after the shorter edge. */
  @Schema(name = "VideoResolution")
  public enum Resolution {
    P1080("1080p", 1080, 1920),
    P720("720p", 720, 1280);

    private final String wire;
    private final int shortEdge;
    private final int longEdge;

    Resolution(String wire, int shortEdge, int longEdge) {
      this.wire = wire;
      this.shortEdge = shortEdge;
      this.longEdge = longEdge;
    }

    @Override
    @JsonValue
    public String toString() {
      return wire;
    }
  }

  @Schema(name = "VideoTransition")
  public enum Transition {
    CROSSFADE,
    NONE
  }

  @Schema(name = "VideoMotion")
  public enum Motion {
    NONE
  }

  @Schema(name = "VideoOrder")
  public enum PhotoOrder {
    GIVEN,
    TAKEN_AT,
    SHUFFLED
  }

  public int width() {
    return aspect == Aspect.WIDE ? resolution.longEdge : resolution.shortEdge;
  }

  public int height() {
    return aspect == Aspect.TALL ? resolution.longEdge : resolution.shortEdge;
  }

  public int framesPerPhoto() {
    return (int) Math.round(secondsPerPhoto * FRAMES_PER_SECOND);
  }

  public long durationMs(int photos) {
    return 1000L * photos * framesPerPhoto() / FRAMES_PER_SECOND;
  }
}
