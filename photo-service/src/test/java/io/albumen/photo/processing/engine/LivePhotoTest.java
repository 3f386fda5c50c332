package io.albumen.photo.processing.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.processing.metadata.TakenAt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivePhotoTest {
  private static final String IDENTIFIER = "6F1B2D9C-0E3A-4B57-9C11-2A7D5E8F0B34";

  @TempDir Path workDir;

  @ParameterizedTest
  @ValueSource(strings = {IDENTIFIER, "6f1b2d9c-0e3a-4b57-9c11-2a7d5e8f0b34"})
  void readsTheIdentifierOfAStill(String written) throws IOException {
    var still =
        FfmpegUnderTest.make(
            workDir, "a.jpg", "-f", "lavfi", "-i", "testsrc=size=64x48", "-frames:v", "1");
    var plain = Files.readAllBytes(still);
    var exif = exif(written);
    var bytes = ByteBuffer.allocate(plain.length + exif.length);
    bytes.put(plain, 0, 2).put(exif).put(plain, 2, plain.length - 2);
    Files.write(still, bytes.array());

    var processed = EngineUnderTest.process(still, Files.createDirectory(workDir.resolve("out")));

    assertThat(processed.traits().contentIdentifier()).isEqualTo(IDENTIFIER);
  }

  @Test
  void readsTheIdentifierOfAFilm() throws IOException {
    var film =
        FfmpegUnderTest.make(
            workDir,
            "a.mov",
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=64x48:rate=10",
            "-t",
            "1",
            "-c:v",
            "libopenh264",
            "-pix_fmt",
            "yuv420p",
            "-movflags",
            "use_metadata_tags",
            "-metadata",
            "com.apple.quicktime.content.identifier=" + IDENTIFIER,
            "-metadata",
            "com.apple.quicktime.creationdate=2024-06-05T12:34:56+0200");

    var processed = EngineUnderTest.process(film, Files.createDirectory(workDir.resolve("out")));

    assertThat(processed.traits().contentIdentifier()).isEqualTo(IDENTIFIER);
    assertThat(processed.takenAt())
        .isNotNull()
        .extracting(TakenAt::utcOffsetMinutes)
        .isEqualTo(120);
  }

  @Test
  void otherPhotosHaveNone() {
    var processed = EngineUnderTest.process(EngineUnderTest.sample("photo-1.jpg"), workDir);

    assertThat(processed.traits()).isEqualTo(Processed.Traits.NONE);
  }

  /** An APP1 segment: IFD0 leads to the EXIF directory, that to the maker's notes. */
  private static byte[] exif(String identifier) {
    var tiff = ByteBuffer.allocate(512);
    tiff.put("MM\0*".getBytes(US_ASCII)).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x010f, 2, 6, 200);
    entry(tiff, 0x8769, 4, 1, 50);
    tiff.putInt(0);
    tiff.position(50).putShort((short) 1);
    entry(tiff, 0x927c, 7, 100, 100);
    tiff.putInt(0);
    tiff.position(100).put("Apple iOS\0\0\1MM".getBytes(US_ASCII)).putShort((short) 1);
    entry(tiff, 0x0011, 2, identifier.length() + 1, 40);
    tiff.putInt(0);
    tiff.position(140).put(identifier.getBytes(US_ASCII));
    tiff.position(200).put("Apple\0".getBytes(US_ASCII));
    var body = Arrays.copyOf(tiff.array(), 256);
    return ByteBuffer.allocate(10 + body.length)
        .putShort((short) 0xffe1)
        .putShort((short) (8 + body.length))
        .put("Exif\0\0".getBytes(US_ASCII))
        .put(body)
        .array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
