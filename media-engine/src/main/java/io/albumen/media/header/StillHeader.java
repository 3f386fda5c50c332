package io.albumen.media.header;

/**
 * What a still's header tells of its pixels, not yet within any limit.
 *
 * @param transparent whether some of it may be see-through
 * @param frames how many pictures it shows one after the other, counted up to {@link #MAX_FRAMES}
 *     and one more
 * @param primaries of its colours by number of ITU-T H.273; 2 when it does not tell
 * @param transfer likewise
 * @param scans in how many passes a progressive JPEG refines itself; 1 for all else
 */
public record StillHeader(
    long width,
    long height,
    boolean transparent,
    long frames,
    int primaries,
    int transfer,
    int scans) {
  /** Where counting of frames and scans ends. */
  public static final int MAX_FRAMES = 5000;

  static final int UNSAID = 2;

  static StillHeader of(long width, long height, boolean transparent) {
    return new StillHeader(width, height, transparent, 1, UNSAID, UNSAID, 1);
  }

  StillHeader withFrames(long count) {
    return new StillHeader(width, height, transparent, count, primaries, transfer, scans);
  }
}
