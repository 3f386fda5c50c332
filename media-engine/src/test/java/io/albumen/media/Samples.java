package io.albumen.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Real media, which is not part of the repository; tests that need it are skipped where it is
 * absent.
 */
final class Samples {
  private Samples() {}

  static Path file(String name) {
    var folder =
        Optional.ofNullable(System.getenv("ALBUMEN_SAMPLES"))
            .map(Path::of)
            .orElse(Path.of("../../shared/samples"));
    Assumptions.assumeTrue(Files.isDirectory(folder), "no sample media");
    return folder.resolve(name).toAbsolutePath().normalize();
  }
}
