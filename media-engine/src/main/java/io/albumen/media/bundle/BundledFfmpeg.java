package io.albumen.media.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks the bundled binaries into a cache folder that every process of the machine may share.
 *
 * <p>A folder is filled under a private name, under a lock that ends with its process, and then
 * renamed, so it is there whole or not at all. A list of sizes inside it tells a cache that a crash
 * of the machine, or a broom, left incomplete; such a one is made anew.
 */
public final class BundledFfmpeg {
  private static final String ARCHIVE = "ffmpeg-linux-x86_64.jar";
  private static final String FOLDER_IN_ARCHIVE = "org/bytedeco/ffmpeg/linux-x86_64/";
  private static final String MANIFEST = "complete";
  private static final String LOCK = "ffmpeg.lock";

  private BundledFfmpeg() {}

  /** The folder that holds the binaries, unpacked by this call if need be. */
  public static Path unpack(Path cache) {
    requireSupportedMachine();
    var home = cache.toAbsolutePath().resolve("ffmpeg-" + version());
    try {
      Files.createDirectories(cache);
      if (!isComplete(home)) {
        install(cache.toAbsolutePath(), home);
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack FFmpeg into " + cache, e);
    }
  }

  private static void requireSupportedMachine() {
    var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.equals("Linux amd64")) {
      throw new IllegalStateException(
          "No FFmpeg is bundled for %s: install one and set albumen.media.ffmpeg-dir"
              .formatted(system));
    }
  }

  private static String version() {
    var properties = new Properties();
    try (var stream = resource("bundled.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static InputStream resource(String name) throws NoSuchFileException {
    var stream = BundledFfmpeg.class.getResourceAsStream(name);
    if (stream == null) {
      throw new NoSuchFileException(name);
    }
    return stream;
  }

  private static boolean isComplete(Path home) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(home.resolve(MANIFEST));
    } catch (NoSuchFileException e) {
      return false;
    }
    for (var line : lines) {
      var file = home.resolve(line.substring(line.indexOf(' ') + 1));
      if (!Files.exists(file) || !line.startsWith(Files.size(file) + " ")) {
        return false;
      }
    }
    return !lines.isEmpty();
  }

  /** One process at a time, and one thread in it; whoever comes second finds the work done. */
  private static synchronized void install(Path cache, Path home) throws IOException {
    try (var channel =
            FileChannel.open(
                cache.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid() && !isComplete(home)) {
        FileTree.delete(home);
        replace(cache, home);
      }
    }
  }

  private static void replace(Path cache, Path home) throws IOException {
    var fresh = Files.createTempDirectory(cache, ".unpacking-");
    try {
      fill(fresh);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTree.delete(fresh);
    }
  }

  private static void fill(Path folder) throws IOException {
    var sizes = new TreeMap<String, Long>();
    try (var archive = new ZipInputStream(resource(ARCHIVE))) {
      for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        if (isWanted(entry)) {
          var name = entry.getName().substring(FOLDER_IN_ARCHIVE.length());
          sizes.put(name, Files.copy(archive, folder.resolve(name)));
        }
      }
    }
    for (var tool : List.of("ffmpeg", "ffprobe")) {
      Files.setPosixFilePermissions(
          folder.resolve(tool), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    for (var stub : StubLibrary.ALL) {
      var bytes = stub.bytes();
      Files.write(folder.resolve(stub.name()), bytes);
      sizes.put(stub.name(), (long) bytes.length);
    }
    var manifest =
        sizes.entrySet().stream()
            .map(file -> file.getValue() + " " + file.getKey() + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve(MANIFEST), manifest);
  }

  /** The two tools and their libraries, without the bindings for Java. */
  private static boolean isWanted(ZipEntry entry) {
    if (entry.isDirectory() || !entry.getName().startsWith(FOLDER_IN_ARCHIVE)) {
      return false;
    }
    var name = entry.getName().substring(FOLDER_IN_ARCHIVE.length());
    return !name.contains("/")
        && (name.startsWith("ff") || name.startsWith("lib") && !name.startsWith("libjni"));
  }
}
