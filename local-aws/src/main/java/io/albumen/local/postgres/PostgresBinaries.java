package io.albumen.local.postgres;

import io.albumen.local.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server's programs, unpacked once per machine into the user's cache directory. */
record PostgresBinaries(Path home) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String VERSION = "18.4";

  static PostgresBinaries unpack() {
    var home = cache().resolve("postgres-" + VERSION);
    if (!Files.isDirectory(home)) {
      unpackTo(home);
    }
    return new PostgresBinaries(home);
  }

  /** As the base directory specification has it; the temporary directory where there is no home. */
  private static Path cache() {
    var home = Path.of(System.getProperty("user.home"), ".cache", "albumen");
    try {
      return Files.createDirectories(home);
    } catch (IOException e) {
      return Path.of(System.getProperty("java.io.tmpdir"), "albumen-cache");
    }
  }

  /** Whole or not at all: unpacked beside it, then renamed. Of two that race, one wins. */
  private static void unpackTo(Path home) {
    try {
      Files.createDirectories(home.getParent());
      var draft = Files.createTempDirectory(home.getParent(), "postgres-draft-");
      extract(draft);
      try {
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        delete(draft);
        if (!Files.isDirectory(home)) {
          throw e;
        }
      }
    } catch (IOException e) {
      throw new StartFailure(
          "PostgreSQL could not be unpacked to %s: %s.".formatted(home, e.getMessage()), e);
    }
  }

  private static void extract(Path target) throws IOException {
    try (var archive = archive();
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static InputStream archive() {
    var stream = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    if (stream == null || !System.getProperty("os.arch").equals("amd64")) {
      throw new StartFailure(
          "There is no PostgreSQL for %s here; Linux on x86-64 is needed."
              .formatted(System.getProperty("os.arch")));
    }
    return stream;
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /**
   * A command line. PostgreSQL refuses to run as root, so root runs it in a user namespace where it
   * is nobody.
   */
  List<String> command(String program, List<String> arguments) {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static boolean isRoot() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
