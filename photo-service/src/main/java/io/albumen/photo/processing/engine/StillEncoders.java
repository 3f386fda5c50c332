package io.albumen.photo.processing.engine;

import io.albumen.media.ColourSpace;
import java.util.List;

/**
 * How finely the still renditions are written: as close to the photo as what others make of it at
 * quality 80, and no larger ({@code bench/run engine} shows it).
 */
final class StillEncoders {
  /**
   * How coarsely a JPEG keeps each frequency of brightness, times four, as the encoder at quality 2
   * divides by that. It began as the geometric mean of the tables of the JPEG standard's annex K at
   * quality 84.5 and 80 and of the flatter one of MPEG at 3, as annex K alone spares the fine
   * detail too much, and then each band of frequencies was moved to where the most photos gained.
   */
  private static final String COARSENESS =
      "15,18,19,25,33,53,61,73,19,19,23,28,42,66,73,73,"
          + "22,22,27,41,54,71,78,74,23,25,39,45,61,87,87,92,"
          + "26,39,51,65,75,99,120,113,40,49,64,73,86,120,136,136,"
          + "58,67,77,87,116,139,152,155,71,82,93,113,133,139,156,169";

  private static final String COARSENESS_OF_COLOUR =
      "19,28,41,62,93,94,98,115,28,35,46,73,94,98,115,120,"
          + "41,46,70,94,98,115,115,122,62,70,93,94,106,115,120,124,"
          + "85,93,94,106,111,116,124,137,93,94,106,111,116,124,137,150,"
          + "93,102,106,115,122,134,147,164,102,106,116,122,134,147,164,179";

  /**
   * Colours of a wider space grow on their way to sRGB, and their noise with them, so that keeping
   * them as finely would take more bytes than they took.
   */
  private static final String COARSENESS_OF_STRETCHED_COLOUR =
      "28,41,60,91,137,138,144,169,41,51,68,107,138,144,169,176,"
          + "60,68,103,138,144,169,169,179,91,103,137,138,156,169,176,182,"
          + "125,137,138,156,163,171,182,201,137,138,156,163,171,182,201,220,"
          + "137,150,156,169,179,197,216,241,150,156,171,179,197,216,241,255";

  private StillEncoders() {}

  static List<String> jpeg(ColourSpace colours, String name) {
    return List.of(
        "-c:v",
        "mjpeg",
        "-q:v",
        "2",
        "-intra_matrix",
        COARSENESS,
        "-chroma_intra_matrix",
        isStretched(colours) ? COARSENESS_OF_STRETCHED_COLOUR : COARSENESS_OF_COLOUR,
        "-huffman",
        "optimal",
        "-update",
        "1",
        name);
  }

  static List<String> webp(ColourSpace colours, String name) {
    var quality = isStretched(colours) ? "80" : "81.25";
    return List.of("-c:v", "libwebp", "-quality", quality, "-f", "webp", name);
  }

  private static boolean isStretched(ColourSpace colours) {
    return colours != ColourSpace.SRGB;
  }
}
