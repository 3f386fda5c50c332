package io.albumen.media;

import io.albumen.media.probe.MediaProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engine under test, one for all tests, and pictures made by it. */
final class Engine {
  static final Ffmpeg FFMPEG =
      Ffmpeg.locate(Optional.empty(), Optional.of(Path.of("target/ffmpeg")));
  static final MediaProcess PROCESS = new MediaProcess(FFMPEG);
  static final MediaProbe PROBE = new MediaProbe(PROCESS);

  private Engine() {}

  static MediaFormat sniff(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return MediaSniffer.sniff(stream.readNBytes(MediaSniffer.LEADING_BYTES)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProbedMedia probe(Path file) {
    return PROBE.probe(file, sniff(file));
  }

  static MediaProcess.Output ffmpeg(Path folder, String... arguments) {
    var command =
        new MediaCommand(
            MediaCommand.Tool.FFMPEG, List.of(arguments), folder, MediaCommand.Limits.STILL);
    return PROCESS.run(command);
  }

  /** A test pattern in the format that the name's ending says. */
  static Path pattern(Path folder, String name, int width, int height) {
    ffmpeg(
        folder,
        "-f",
        "lavfi",
        "-i",
        "testsrc=size=%dx%d".formatted(width, height),
        "-frames:v",
        "1",
        name);
    return folder.resolve(name);
  }

  /** Red, green and blue of every pixel of the upright still within a box. */
  static byte[] pixels(Path file, int maxWidth, int maxHeight) {
    var image = ImageInput.fitting(file, probe(file), maxWidth, maxHeight);
    try (var workspace = Workspace.create()) {
      var arguments = new ArrayList<>(image.arguments());
      arguments.addAll(List.of("-filter_complex", image.filter() + ",format=rgb24[o]"));
      arguments.addAll(List.of("-map", "[o]", "-frames:v", "1", "-f", "rawvideo", "pipe:1"));
      return ffmpeg(workspace.folder(), arguments.toArray(String[]::new)).stdout();
    }
  }

  /** The colour in the middle of a field of a grid laid over the picture. */
  static String colourAt(byte[] rgb, Size size, double x, double y) {
    int at = 3 * ((int) (y * size.height()) * size.width() + (int) (x * size.width()));
    var letters = new StringBuilder();
    for (int channel = 0; channel < 3; channel++) {
      letters.append((rgb[at + channel] & 255) > 127 ? "RGB".charAt(channel) : '-');
    }
    return letters.toString();
  }
}
