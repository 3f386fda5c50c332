package io.albumen.photo.processing.engine;

import io.albumen.media.MediaFormat;
import io.albumen.media.MediaSniffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** One engine for all tests, and the real media that is not part of the repository. */
final class EngineUnderTest {
  private static final MediaEngine ENGINE = in(Optional.empty());

  private EngineUnderTest() {}

  /** With tools of that folder, else the bundled ones. */
  static MediaEngine in(Optional<Path> tools) {
    return new MediaEngine(
        new EngineConfig() {
          @Override
          public Optional<Path> ffmpegDir() {
            return tools;
          }

          @Override
          public Optional<Path> cacheDir() {
            return Optional.of(Path.of("target/ffmpeg"));
          }
        });
  }

  /** Tests that need samples are skipped where they are absent. */
  static Path sample(String name) {
    var folder =
        Optional.ofNullable(System.getenv("ALBUMEN_SAMPLES"))
            .map(Path::of)
            .orElse(Path.of("../../shared/samples"));
    Assumptions.assumeTrue(Files.isDirectory(folder), "no sample media");
    return folder.resolve(name).toAbsolutePath().normalize();
  }

  static Processed process(Path original, Path workDir) {
    return process(original, original.getFileName().toString(), workDir);
  }

  static Processed process(Path original, String fileName, Path workDir) {
    return ENGINE.process(original, sniffed(original), fileName, workDir);
  }

  private static String sniffed(Path original) {
    try (var stream = Files.newInputStream(original)) {
      return MediaSniffer.sniff(stream.readNBytes(MediaSniffer.LEADING_BYTES))
          .map(MediaFormat::contentType)
          .orElse("application/octet-stream");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
