package io.albumen.video.slideshow;

/** Mixes two frames byte by byte; planes need no telling apart, as each mixes with its like. */
final class Blend {
  static final int WHOLE = 256;
  private static final int HALF = WHOLE / 2;

  private Blend() {}

  /**
   * @param weight of {@code to}, from 0 to {@link #WHOLE}
   */
  static void mix(byte[] from, byte[] to, byte[] into, int weight) {
    int rest = WHOLE - weight;
    for (int i = 0; i < into.length; i++) {
      into[i] = (byte) (((from[i] & 0xff) * rest + (to[i] & 0xff) * weight + HALF) / WHOLE);
    }
  }
}
