package io.albumen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.drew.metadata.exif.ExifIFD0Directory;
import io.albumen.media.MediaFailure.Reason;
import io.albumen.media.probe.EmbeddedMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawAndTiffTest {
  private static final int MAKE = 0x010f;
  private static final int ORIENTATION = 0x0112;
  private static final int DNG_VERSION = 0xc612;

  @TempDir Path folder;

  @Test
  void aRawFileIsSeenByItsPreviewUpright() throws IOException {
    var raw = dng(6).preview(jpeg()).write(folder.resolve("a.dng"), 1 << 18);

    var media = Engine.probe(raw);

    assertThat(media.format()).isEqualTo(MediaFormat.DNG);
    assertThat(media.picture().orElseThrow().upright()).isEqualTo(new Size(200, 300));
    assertThat(Engine.pixels(raw, 100, 100)).hasSize(67 * 100 * 3);
  }

  @Test
  void theMetadataOfARawFileComeWithoutItsPixels() throws IOException {
    var raw = dng(1).text(MAKE, "Leica").preview(jpeg()).write(folder.resolve("a.dng"), 1 << 18);

    var metadata = EmbeddedMetadata.read(raw, MediaFormat.DNG);

    assertThat(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class).getString(MAKE))
        .isEqualTo("Leica");
  }

  @ParameterizedTest
  @CsvSource({"NIKON CORPORATION, NEF", "SONY, ARW", "Epson, TIFF"})
  void rawFilesAreToldApartByTheirMaker(String make, MediaFormat format) throws IOException {
    var raw =
        RawFile.bigEndian().text(MAKE, make).preview(jpeg()).write(folder.resolve("raw"), 1 << 18);

    assertThat(Engine.sniff(raw)).isEqualTo(format);
  }

  @Test
  void canonsSignatureIsItsOwn() {
    var header = new byte[] {'I', 'I', 42, 0, 16, 0, 0, 0, 'C', 'R', 2, 0};

    assertThat(MediaSniffer.sniff(header)).contains(MediaFormat.CR2);
  }

  @Test
  void aRawFileWithoutAPreviewIsUnsupported() throws IOException {
    var raw = dng(1).write(folder.resolve("a.dng"), 1 << 14);

    assertThat(reason(raw)).isEqualTo(Reason.UNSUPPORTED);
  }

  @Test
  void attack36APreviewThatLiesBeyondTheFileIsNone() throws IOException {
    var raw = dng(1).preview(jpeg()).write(folder.resolve("a.dng"), 9100);

    assertThat(reason(raw)).isEqualTo(Reason.UNSUPPORTED);
  }

  @Test
  void attack36DirectoriesInACircleAreReadOnce() throws IOException {
    var raw = dng(1).number(0x014a, 8).number(0x8769, 8).write(folder.resolve("a.dng"), 1 << 14);

    assertThat(reason(raw)).isEqualTo(Reason.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb24", "gray", "rgb48le", "rgba"})
  void tiffsOfManyPixelFormatsComeOut(String pixels) throws IOException {
    var file = folder.resolve("a.tiff");
    Engine.ffmpeg(
        folder,
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=301x203",
        "-frames:v",
        "1",
        "-pix_fmt",
        pixels,
        file.toString());

    assertThat(Engine.probe(file).format()).isEqualTo(MediaFormat.TIFF);
    assertThat(Engine.pixels(file, 1440, 1440)).hasSize(301 * 203 * 3);
  }

  @Test
  void attack36ATiffThatClaimsMorePixelsThanItHasIsRefusedUnseen() throws IOException {
    var flood =
        RawFile.littleEndian()
            .number(0x0100, 60_000)
            .number(0x0101, 60_000)
            .write(folder.resolve("a.tiff"), 1 << 14);

    assertThat(reason(flood)).isEqualTo(Reason.TOO_LARGE);
  }

  private static RawFile dng(int orientation) {
    return RawFile.littleEndian().number(DNG_VERSION, 0x00000401).small(ORIENTATION, orientation);
  }

  private byte[] jpeg() throws IOException {
    return Files.readAllBytes(Engine.pattern(folder, "preview.jpg", 300, 200));
  }

  private static Reason reason(Path file) {
    return catchThrowableOfType(MediaFailure.class, () -> Engine.probe(file)).reason();
  }
}
