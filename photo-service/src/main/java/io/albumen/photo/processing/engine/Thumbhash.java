package io.albumen.photo.processing.engine;

import java.util.Base64;

/**
 * A picture in about 25 bytes, to show while the real one loads. The format is Evan Wallace's
 * ThumbHash (evanw.github.io/thumbhash): the lowest frequencies of luminance, of two colour
 * differences and of transparency, four bits each.
 */
final class Thumbhash {
  /** Longest side of the picture that is hashed; a larger one costs time and adds nothing. */
  static final int MAX_SIDE = 100;

  private final int width;
  private final int height;
  private final double[] luminance;
  private final double[] yellowBlue;
  private final double[] redGreen;
  private final double[] alpha;

  private Thumbhash(int width, int height) {
    this.width = width;
    this.height = height;
    luminance = new double[width * height];
    yellowBlue = new double[width * height];
    redGreen = new double[width * height];
    alpha = new double[width * height];
  }

  /**
   * Base64 of the hash of rows of pixels of four bytes each: red, green, blue and alpha, not
   * premultiplied.
   */
  static String of(int width, int height, byte[] rgba) {
    if (rgba.length != width * height * 4) {
      throw new IllegalArgumentException(
          "%d bytes for %d x %d".formatted(rgba.length, width, height));
    }
    var picture = new Thumbhash(width, height);
    boolean transparent = picture.read(rgba);
    return Base64.getEncoder().encodeToString(picture.encode(transparent));
  }

  /**
   * Lays the pixels over their average colour and splits them; tells whether any is see-through.
   */
  private boolean read(byte[] rgba) {
    var average = new double[3];
    double opacity = 0;
    for (int at = 0; at < rgba.length; at += 4) {
      double weight = (rgba[at + 3] & 255) / 255.0;
      for (int channel = 0; channel < 3; channel++) {
        average[channel] += weight / 255 * (rgba[at + channel] & 255);
      }
      opacity += weight;
    }
    for (int channel = 0; channel < 3; channel++) {
      average[channel] = opacity > 0 ? average[channel] / opacity : 0;
    }
    for (int i = 0; i < alpha.length; i++) {
      split(rgba, i, average);
    }
    return opacity < alpha.length;
  }

  private void split(byte[] rgba, int i, double[] average) {
    double weight = (rgba[i * 4 + 3] & 255) / 255.0;
    double red = average[0] * (1 - weight) + weight / 255 * (rgba[i * 4] & 255);
    double green = average[1] * (1 - weight) + weight / 255 * (rgba[i * 4 + 1] & 255);
    double blue = average[2] * (1 - weight) + weight / 255 * (rgba[i * 4 + 2] & 255);
    luminance[i] = (red + green + blue) / 3;
    yellowBlue[i] = (red + green) / 2 - blue;
    redGreen[i] = red - green;
    alpha[i] = weight;
  }

  private byte[] encode(boolean transparent) {
    int most = transparent ? 5 : 7;
    int across = Math.max(1, round((double) (most * width) / Math.max(width, height)));
    int down = Math.max(1, round((double) (most * height) / Math.max(width, height)));
    boolean landscape = width > height;
    var l = waves(luminance, Math.max(3, across), Math.max(3, down));
    var p = waves(yellowBlue, 3, 3);
    var q = waves(redGreen, 3, 3);

    var bits = new Bits();
    bits.put(round(63 * l.constant), 6);
    bits.put(round(31.5 + 31.5 * p.constant), 6);
    bits.put(round(31.5 + 31.5 * q.constant), 6);
    bits.put(round(31 * l.scale), 5);
    bits.put(transparent ? 1 : 0, 1);
    bits.put(landscape ? down : across, 3);
    bits.put(round(63 * p.scale), 6);
    bits.put(round(63 * q.scale), 6);
    bits.put(landscape ? 1 : 0, 1);
    if (!transparent) {
      return bits.put(l).put(p).put(q).bytes();
    }
    var a = waves(alpha, 5, 5);
    bits.put(round(15 * a.constant), 4);
    bits.put(round(15 * a.scale), 4);
    return bits.put(l).put(p).put(q).put(a).bytes();
  }

  /** One channel as cosine waves: the constant one, and the others from 0 to 1 of the largest. */
  private record Waves(double constant, double scale, double[] varying) {}

  private Waves waves(double[] channel, int across, int down) {
    var varying = new double[across * down];
    int count = 0;
    double constant = 0;
    double scale = 0;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x * down < across * (down - y); x++) {
        double strength = strength(channel, x, y);
        if (x == 0 && y == 0) {
          constant = strength;
        } else {
          varying[count++] = strength;
          scale = Math.max(scale, Math.abs(strength));
        }
      }
    }
    var relative = new double[count];
    for (int i = 0; i < count; i++) {
      relative[i] = scale > 0 ? 0.5 + 0.5 / scale * varying[i] : varying[i];
    }
    return new Waves(constant, scale, relative);
  }

  private double strength(double[] channel, int waveX, int waveY) {
    var cosines = new double[width];
    for (int x = 0; x < width; x++) {
      cosines[x] = Math.cos(Math.PI / width * waveX * (x + 0.5));
    }
    double sum = 0;
    for (int y = 0; y < height; y++) {
      double cosine = Math.cos(Math.PI / height * waveY * (y + 0.5));
      for (int x = 0; x < width; x++) {
        sum += channel[x + y * width] * cosines[x] * cosine;
      }
    }
    return sum / (width * height);
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }

  /** Numbers of a few bits each, lowest bit first. */
  private static final class Bits {
    private final byte[] buffer = new byte[64];
    private int length;

    void put(int value, int bits) {
      for (int i = 0; i < bits; i++, length++) {
        buffer[length / 8] |= (byte) ((value >> i & 1) << length % 8);
      }
    }

    Bits put(Waves waves) {
      for (double wave : waves.varying) {
        put(round(15 * wave), 4);
      }
      return this;
    }

    byte[] bytes() {
      return java.util.Arrays.copyOf(buffer, (length + 7) / 8);
    }
  }
}
