package io.albumen.photo.processing.engine;

import static io.albumen.photo.processing.engine.Hostile.ascii;
import static io.albumen.photo.processing.engine.Hostile.bigEndian;
import static io.albumen.photo.processing.engine.Hostile.hex;
import static io.albumen.photo.processing.engine.Hostile.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.media.MediaFailure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePictureTest {
  private static final byte[] SCAN = hex("ffda 0008 01 0100 00 3f 00 7f ffd9");

  @TempDir Path folder;

  @Test
  void attack36PixelFloods() throws IOException {
    assertThat(refused(join(Hostile.jpegStart(0xc0, 65_535, 65_535), SCAN)))
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(Hostile.png(30_000, 30_000, 10))).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(Hostile.png(0, 0, 0))).isEqualTo(Reason.CORRUPT);
    assertThat(refused(Hostile.gif(65_535, 65_535, 1))).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(Hostile.webp(16_384, 1))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void attack36AHundredThousandFrames() throws IOException {
    assertThat(refused(Hostile.gif(16, 16, 100_000))).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(Hostile.webp(16, 100_000))).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(Hostile.apng(100_000))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void attack36FramesThatAreTooLargeTogether() throws IOException {
    assertThat(refused(Hostile.gif(4_000, 4_000, 4_000))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void attack36MovingWebpsOfNothing() throws IOException {
    assertThat(refused(Hostile.webp(16, 10))).isEqualTo(Reason.CORRUPT);
  }

  /** A small size first, and then the real one, which the decoder meets. */
  @Test
  void attack36HeadersThatLie() throws IOException {
    var jpeg = Hostile.jpegStart(0xc0, 100, 100);
    var second = Hostile.jpegStart(0xc0, 60_000, 60_000);
    var png =
        join(
            Hostile.pngStart(16, 16),
            Hostile.chunk("IHDR", join(bigEndian(30_000), bigEndian(30_000), hex("0800000000"))),
            Hostile.chunk("IDAT", Hostile.deflate(new byte[1 << 20])),
            Hostile.chunk("IEND", new byte[0]));

    assertThat(refused(join(jpeg, java.util.Arrays.copyOfRange(second, 2, second.length), SCAN)))
        .isIn(Reason.TOO_LARGE, Reason.CORRUPT);
    assertThat(refused(png)).isIn(Reason.TOO_LARGE, Reason.CORRUPT);
    assertThat(refused(Hostile.png(8_000, 8_000, 3))).isEqualTo(Reason.CORRUPT);
  }

  /** The box that tells the size, in a file whose pixels are 64 by 48. */
  @ParameterizedTest
  @CsvSource({"60000, 60000, TOO_LARGE", "0, 0, CORRUPT"})
  void attack36HeifsThatLieAboutTheirSize(int width, int height, Reason reason) throws IOException {
    var honest = Files.readAllBytes(avif());

    var lie =
        Hostile.replace(
            honest,
            join(ascii("ispe"), new byte[4], bigEndian(64), bigEndian(48)),
            join(ascii("ispe"), new byte[4], bigEndian(width), bigEndian(height)));

    assertThat(refused(lie)).isEqualTo(reason);
  }

  @Test
  void attack36AHeifGridOfOneTileThatClaimsAContinent() throws IOException {
    var grid = Files.readAllBytes(EngineUnderTest.sample("iphone-grid.heic"));

    var lie =
        Hostile.replace(
            grid,
            join(ascii("ispe"), new byte[4], bigEndian(4032), bigEndian(3024)),
            join(ascii("ispe"), new byte[4], bigEndian(32_000), bigEndian(32_000)));

    assertThat(lie).isNotEqualTo(grid);
    assertThat(Attack.outcome(lie, folder)).isIn("media-too-large", "media-corrupt", "taken");
  }

  @Test
  void attack36AHeifWhoseItemsLieBeyondItsEnd() throws IOException {
    var items =
        join(
            new byte[4],
            Hostile.box(
                "iinf",
                hex("00000000 0001"),
                Hostile.box("infe", hex("02000000 0001 0000"), ascii("Exif"), hex("00"))),
            Hostile.box("iloc", hex("01000000 4400 0001 0001 0000 0000 0001 7fffffff 7fffffff")));
    var lie = join(Hostile.box("ftyp", ascii("heic\0\0\0\0mif1heic")), Hostile.box("meta", items));

    assertThat(refused(lie)).isEqualTo(Reason.CORRUPT);
  }

  @Test
  void attack37ThousandsOfScans() throws IOException {
    assertThat(refused(Hostile.jpegOfScans(5_000))).isEqualTo(Reason.TOO_LARGE);
    assertThat(refused(Hostile.jpegOfScans(1_000_000))).isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://127.0.0.1/x.jpg\"|ls)'\n",
        "%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file\n",
        "\u00c5\u00d0\u00d3\u00c6 DOS EPS",
        "%PDF-1.7\n",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<?xml version=\"1.0\"?><!DOCTYPE svg SYSTEM \"file:///etc/passwd\"><svg/>",
        "<html><script>alert(1)</script>",
        "8BPS\0\1",
        "\0\0\1\0\1\0",
        "BM",
        "P6 10000 10000 255\n",
        "id=ImageMagick version=1.0\n",
      })
  void attack40OtherFormatsUnderAPhotosName(String content) throws IOException {
    assertThat(refused(ascii(content))).isEqualTo(Reason.UNSUPPORTED);
  }

  private Path avif() {
    return FfmpegUnderTest.make(
        folder,
        "a.avif",
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=64x48",
        "-frames:v",
        "1",
        "-c:v",
        "libaom-av1",
        "-cpu-used",
        "8",
        "-pix_fmt",
        "yuv420p");
  }

  private Reason refused(byte[] content) throws IOException {
    return Attack.refused(content, folder);
  }
}
