package io.albumen.media.probe;

import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.media.ProbedMedia;
import io.albumen.media.Size;
import io.albumen.media.header.StillHeader;

/** How much of a picture is taken, by what its header says. */
final class PictureLimits {
  private static final int MAX_SIDE = 32_768;

  /** Of all frames of what moves, together: five minutes of a large screen at ten a second. */
  private static final long MAX_PIXELS_OF_ALL_FRAMES = 10_000_000_000L;

  private PictureLimits() {}

  static Size size(long width, long height) {
    if (width < 1 || height < 1) {
      throw new MediaFailure(Reason.CORRUPT, "A picture without a size");
    }
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > ProbedMedia.MAX_PIXELS) {
      throw new MediaFailure(Reason.TOO_LARGE, "%d x %d pixels".formatted(width, height));
    }
    return new Size((int) width, (int) height);
  }

  /** The number of frames of a still or of an animation, if it is within the limits. */
  static long frames(long frames, Size size) {
    if (frames > StillHeader.MAX_FRAMES || frames * size.pixels() > MAX_PIXELS_OF_ALL_FRAMES) {
      throw new MediaFailure(Reason.TOO_LARGE, "At least %d frames".formatted(frames));
    }
    return Math.max(1, frames);
  }
}
