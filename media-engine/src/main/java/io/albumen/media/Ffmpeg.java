package io.albumen.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albumen.media.bundle.BundledFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two FFmpeg tools that Albumen runs, of a version known to decode what phones write. A value
 * of this type means that they are there, start, and are new enough: 8.0 renders an iPhone's tiled
 * HEIC wrongly without saying so.
 *
 * @param home where tools and libraries lie; the child's only library path
 */
public record Ffmpeg(Path home, Path ffmpeg, Path ffprobe) {
  private static final List<Integer> OLDEST = List.of(8, 1, 2);
  private static final Pattern VERSION = Pattern.compile("version n?(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  /**
   * Takes the tools of {@code ownFolder} (setting {@code albumen.media.ffmpeg-dir}, as a container
   * image brings them), else unpacks the bundled ones into {@code cache} (setting {@code
   * albumen.media.cache-dir}). Takes about a second the first time on a machine and 20 ms later;
   * call it at start-up, so that a service without an engine never reports ready.
   */
  public static Ffmpeg locate(Optional<Path> ownFolder, Optional<Path> cache) {
    return ownFolder
        .map(Ffmpeg::in)
        .orElseGet(() -> bundled(cache.orElseGet(Ffmpeg::defaultCache)));
  }

  /** The bundled tools, unpacked below {@code cache} unless they already are. */
  public static Ffmpeg bundled(Path cache) {
    return in(BundledFfmpeg.unpack(cache));
  }

  /** Tools that somebody else installed, both in this folder. */
  public static Ffmpeg in(Path folder) {
    var home = folder.toAbsolutePath();
    var tools = new Ffmpeg(home, home.resolve("ffmpeg"), home.resolve("ffprobe"));
    for (var tool : List.of(tools.ffmpeg, tools.ffprobe)) {
      if (!Files.isExecutable(tool)) {
        throw new IllegalStateException("No executable " + tool);
      }
    }
    tools.requireVersion();
    return tools;
  }

  /** {@code ~/.cache/albumen}. */
  public static Path defaultCache() {
    return Path.of(System.getProperty("user.home"), ".cache", "albumen");
  }

  private void requireVersion() {
    var text = firstLine();
    var version = VERSION.matcher(text);
    if (!version.find()) {
      throw new IllegalStateException("%s does not start: %s".formatted(ffmpeg, text));
    }
    if (compare(version.group(1), version.group(2), version.group(3)) < 0) {
      throw new IllegalStateException("%s is too old, 8.1.2 is needed: %s".formatted(ffmpeg, text));
    }
  }

  private static int compare(String... numbers) {
    for (int i = 0; i < OLDEST.size(); i++) {
      int number = numbers[i] == null ? 0 : Integer.parseInt(numbers[i]);
      if (number != OLDEST.get(i)) {
        return Integer.compare(number, OLDEST.get(i));
      }
    }
    return 0;
  }

  private String firstLine() {
    var builder = new ProcessBuilder(ffmpeg.toString(), "-version").redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("LD_LIBRARY_PATH", home.toString());
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return output.lines().findFirst().orElse("no output");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + ffmpeg, e);
    }
  }
}
