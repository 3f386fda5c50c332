package io.albumen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.albumen.media.MediaFailure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageInputTest {
  @TempDir Path folder;

  /** Stored as red, green over blue, white. */
  @ParameterizedTest
  @CsvSource({
    "1, R-- -G- --B RGB", "2, -G- R-- RGB --B", "3, RGB --B -G- R--", "4, --B RGB R-- -G-",
    "5, R-- --B -G- RGB", "6, --B R-- RGB -G-", "7, RGB -G- --B R--", "8, -G- RGB R-- --B",
  })
  void everyOrientationComesOutUpright(int orientation, String expected) throws IOException {
    var file = oriented(orientation);
    var size = Engine.probe(file).picture().orElseThrow().upright();

    var pixels = Engine.pixels(file, 1000, 1000);

    assertThat(size).isEqualTo(orientation > 4 ? new Size(160, 320) : new Size(320, 160));
    assertThat(
            String.join(
                " ",
                Engine.colourAt(pixels, size, 0.25, 0.25),
                Engine.colourAt(pixels, size, 0.75, 0.25),
                Engine.colourAt(pixels, size, 0.25, 0.75),
                Engine.colourAt(pixels, size, 0.75, 0.75)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png", "a.webp", "a.gif"})
  void isNeverLargerThanItsSource(String name) {
    var file = Engine.pattern(folder, name, 301, 203);

    var image = ImageInput.fitting(file, Engine.probe(file), 1440, 1440);

    assertThat(image.size()).isEqualTo(new Size(301, 203));
    assertThat(Engine.pixels(file, 1440, 1440)).hasSize(301 * 203 * 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png", "a.webp"})
  void comesOutInExactlyTheSizeTold(String name) {
    var file = Engine.pattern(folder, name, 1999, 1001);

    var image = ImageInput.fitting(file, Engine.probe(file), 250, 250);

    assertThat(image.size()).isEqualTo(new Size(250, 125));
    assertThat(Engine.pixels(file, 250, 250)).hasSize(250 * 125 * 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png", "a.webp"})
  void aNameIsNoPattern(String name) throws IOException {
    var file =
        Files.copy(Engine.pattern(folder, name, 64, 48), folder.resolve("%02d*[a]{b}" + name));

    assertThat(Engine.pixels(file, 64, 48)).hasSize(64 * 48 * 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.png", "a.webp"})
  void whatFollowsAPictureIsNoPartOfIt(String name) throws IOException {
    var file = Engine.pattern(folder, name, 64, 48);
    var alone = Engine.pixels(file, 64, 48);

    Files.write(file, new byte[5_000], StandardOpenOption.APPEND);
    Files.write(
        file,
        Files.readAllBytes(Engine.pattern(folder, "b.jpg", 32, 32)),
        StandardOpenOption.APPEND);

    assertThat(Engine.pixels(file, 64, 48)).isEqualTo(alone);
  }

  @Test
  void hairlinesKeepAPixel() {
    var file = Engine.pattern(folder, "a.png", 4000, 2);

    assertThat(Engine.pixels(file, 250, 250)).hasSize(250 * 3);
  }

  @Test
  void theTilesOfAPhoneComeOutWhole() {
    var file = Samples.file("iphone-grid.heic");

    var picture = Engine.probe(file).picture().orElseThrow();
    var joint = roughness(Engine.pixels(file, 4032, 3024), picture.stored());

    assertThat(picture.stored()).isEqualTo(new Size(4032, 3024));
    assertThat(joint)
        .as("steps at the seams of tiles, against steps elsewhere")
        .isCloseTo(1, within(0.25));
  }

  @Test
  void displayP3BecomesSrgb() {
    var file = Samples.file("photo-p3.jpg");
    var untouched =
        Engine.ffmpeg(
                folder,
                "-noautorotate",
                "-i",
                file.toString(),
                "-vf",
                "scale=1440:1080:flags=area,hflip,vflip,format=rgb24",
                "-frames:v",
                "1",
                "-f",
                "rawvideo",
                "pipe:1")
            .stdout();

    var converted = Engine.pixels(file, 1440, 1440);

    assertThat(means(converted)).containsExactly(means(srgb(untouched)), within(0.7));
    assertThat(means(converted)).isNotEqualTo(means(untouched));
  }

  @Test
  void moreOfAPngThanFitsIsTooLarge() throws IOException {
    var bomb = Files.write(folder.resolve("bomb.png"), pngOfSize(50_000, 50_000));

    assertThatThrownBy(() -> Engine.probe(bomb))
        .isInstanceOfSatisfying(
            MediaFailure.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  private Path oriented(int orientation) throws IOException {
    Engine.ffmpeg(
        folder,
        "-f",
        "lavfi",
        "-i",
        "color=red:size=160x80[a];color=lime:size=160x80[b];color=blue:size=160x80[c];color=white:size=160x80[d];"
            + "[a][b][c][d]xstack=inputs=4:layout=0_0|160_0|0_80|160_80",
        "-frames:v",
        "1",
        "-q:v",
        "1",
        "plain.jpg");
    var plain = Files.readAllBytes(folder.resolve("plain.jpg"));
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.write(exif(orientation));
    out.write(plain, 2, plain.length - 2);
    return Files.write(folder.resolve("oriented.jpg"), out.toByteArray());
  }

  /** An APP1 segment with one tag. */
  private static byte[] exif(int orientation) {
    return ByteBuffer.allocate(36)
        .putShort((short) 0xffe1)
        .putShort((short) 34)
        .put("Exif\0\0MM\0*".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private static byte[] pngOfSize(int width, int height) {
    var chunk =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    var crc = new java.util.zip.CRC32();
    crc.update(chunk);
    return ByteBuffer.allocate(33)
        .putLong(0x89504e470d0a1a0aL)
        .putInt(13)
        .put(chunk)
        .putInt((int) crc.getValue())
        .array();
  }

  /**
   * The mean step across the columns and rows where tiles of 512 meet, over the mean step one pixel
   * further.
   */
  private static double roughness(byte[] rgb, Size size) {
    double seams = 0;
    double others = 0;
    for (int y = 0; y < size.height(); y++) {
      for (int x = 512; x < size.width(); x += 512) {
        seams += step(rgb, size, x, y, 1, 0);
        others += step(rgb, size, x + 7, y, 1, 0);
      }
    }
    for (int y = 512; y < size.height(); y += 512) {
      for (int x = 0; x < size.width(); x++) {
        seams += step(rgb, size, x, y, 0, 1);
        others += step(rgb, size, x, y + 7, 0, 1);
      }
    }
    return seams / others;
  }

  private static int step(byte[] rgb, Size size, int x, int y, int dx, int dy) {
    int here = 3 * (y * size.width() + x) + 1;
    int before = 3 * ((y - dy) * size.width() + x - dx) + 1;
    return Math.abs((rgb[here] & 255) - (rgb[before] & 255));
  }

  private static double[] means(byte[] rgb) {
    var sums = new double[3];
    for (int i = 0; i < rgb.length; i++) {
      sums[i % 3] += rgb[i] & 255;
    }
    return Arrays.stream(sums).map(sum -> sum / (rgb.length / 3)).toArray();
  }

  /** The definition: linear light, the matrix between the primaries, and back. */
  private static byte[] srgb(byte[] displayP3) {
    double[][] matrix = {{1.2249, -0.2247, 0}, {-0.0420, 1.0419, 0}, {-0.0197, -0.0786, 1.0979}};
    var result = new byte[displayP3.length];
    for (int i = 0; i < result.length; i += 3) {
      for (int row = 0; row < 3; row++) {
        double light = 0;
        for (int column = 0; column < 3; column++) {
          light += matrix[row][column] * linear((displayP3[i + column] & 255) / 255.0);
        }
        result[i + row] = (byte) Math.round(255 * encoded(Math.clamp(light, 0, 1)));
      }
    }
    return result;
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double encoded(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }
}
