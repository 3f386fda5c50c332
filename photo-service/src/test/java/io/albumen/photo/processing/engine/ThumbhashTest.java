package io.albumen.photo.processing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected hashes are those of the format's own implementation for the same pixels. */
class ThumbhashTest {
  /** What one channel of the pixel at a place is. */
  private interface Pixel {
    int channel(int x, int y, int channel);
  }

  @Test
  void hashesALandscapeAsItsAuthorDoes() {
    var rgba =
        pixels(64, 48, (x, y, channel) -> new int[] {x * 4, y * 5, x * y % 256, 255}[channel]);

    assertThat(Thumbhash.of(64, 48, rgba)).isEqualTo("HhgKLZpwdndwd3d3h2iHd6CRCveH");
  }

  @Test
  void hashesAPortraitAsItsAuthorDoes() {
    var rgba = pixels(48, 64, (x, y, channel) -> new int[] {255 - x * 5, y * 3, 128, 255}[channel]);

    assertThat(Thumbhash.of(48, 64, rgba)).isEqualTo("nlcKNRh/eIGIiId3iHd4h49x+OiH");
  }

  @Test
  void hashesTransparencyAsItsAuthorDoes() {
    var rgba =
        pixels(50, 50, (x, y, channel) -> new int[] {x * 5, y * 5, 200, x < 25 ? 0 : 255}[channel]);

    assertThat(Thumbhash.of(50, 50, rgba)).isEqualTo("qnaGHQxYtoXAZ4d4iLbAaPuDgIp4iHh4iA==");
  }

  private static byte[] pixels(int width, int height, Pixel pixel) {
    var rgba = new byte[width * height * 4];
    for (int i = 0; i < rgba.length; i++) {
      rgba[i] = (byte) pixel.channel(i / 4 % width, i / 4 / width, i % 4);
    }
    return rgba;
  }
}
