package io.albumen.photo.processing;

import io.albumen.media.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A place on disk that only we can read, gone when closed. */
final class WorkDirectory implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkDirectory.class);
  private static final String PREFIX = "albumen-photo-";

  private final Path path;

  private WorkDirectory(Path path) {
    this.path = path;
  }

  static WorkDirectory create(Optional<Path> parent) {
    var onlyUs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      return new WorkDirectory(Files.createTempDirectory(parentOf(parent), PREFIX, onlyUs));
    } catch (IOException e) {
      throw new UncheckedIOException("no work directory", e);
    }
  }

  /** Removes what a worker, or its media engine, left that was killed before the given time. */
  static void removeLeftovers(Optional<Path> parent, Instant before) {
    removeOwnLeftovers(parent, before);
    try {
      Workspace.removeLeftovers(before);
    } catch (IOException e) {
      LOG.warnf("leftovers of the engine not removed reason=%s", e.getMessage());
    }
  }

  private static void removeOwnLeftovers(Optional<Path> parent, Instant before) {
    try (var found = Files.newDirectoryStream(parentOf(parent), PREFIX + "*")) {
      for (var left : found) {
        if (Files.getLastModifiedTime(left).toInstant().isBefore(before)) {
          new WorkDirectory(left).close();
        }
      }
    } catch (IOException e) {
      LOG.warnf("leftovers not removed reason=%s", e.getMessage());
    }
  }

  private static Path parentOf(Optional<Path> parent) throws IOException {
    var path = parent.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    return Files.createDirectories(path);
  }

  Path file(String name) {
    return path.resolve(name);
  }

  Path newDirectory(String name) {
    try {
      return Files.createDirectory(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("no work directory", e);
    }
  }

  @Override
  public void close() {
    try (var all = Files.walk(path)) {
      for (var left : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(left);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf("work directory not removed reason=%s", e.getMessage());
    }
  }
}
