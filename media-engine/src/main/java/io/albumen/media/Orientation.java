package io.albumen.media;

import java.util.List;

/** How a stored picture must be turned to stand upright; the numbers are EXIF's. */
public enum Orientation {
  UPRIGHT(1, List.of()),
  MIRRORED(2, List.of("hflip")),
  TURNED_180(3, List.of("hflip", "vflip")),
  FLIPPED(4, List.of("vflip")),
  TRANSPOSED(5, List.of("transpose=cclock_flip")),
  TURNED_90(6, List.of("transpose=clock")),
  TRANSVERSED(7, List.of("transpose=clock_flip")),
  TURNED_270(8, List.of("transpose=cclock"));

  private final int exif;
  private final List<String> filters;

  Orientation(int exif, List<String> filters) {
    this.exif = exif;
    this.filters = filters;
  }

  /** FFmpeg filters that set it upright, none if it is. */
  List<String> filters() {
    return filters;
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return exif > 4;
  }

  /** Absurd values count as upright, as every viewer has it. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /**
   * Reads the 3 × 3 matrix of an ISO media track or image, as ffprobe prints it: the upper left 2 ×
   * 2 part says where the axes go. What is no multiple of a quarter turn counts as upright.
   */
  public static Orientation ofMatrix(long a, long b, long c, long d) {
    var signs =
        "%d%d%d%d"
            .formatted(
                1 + Long.signum(a), 1 + Long.signum(b), 1 + Long.signum(c), 1 + Long.signum(d));
    return switch (signs) {
      case "0112" -> MIRRORED;
      case "0110" -> TURNED_180;
      case "2110" -> FLIPPED;
      case "1221" -> TRANSPOSED;
      case "1201" -> TURNED_90;
      case "1001" -> TRANSVERSED;
      case "1021" -> TURNED_270;
      default -> UPRIGHT;
    };
  }

  public Size upright(Size stored) {
    return swapsSides() ? stored.transposed() : stored;
  }
}
