package io.albumen.photo.processing.engine;

import io.albumen.media.Ffmpeg;
import io.albumen.media.MediaCommand;
import io.albumen.media.MediaProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engine's own FFmpeg, to make what tests need. */
final class FfmpegUnderTest {
  static final MediaProcess PROCESS =
      new MediaProcess(Ffmpeg.locate(Optional.empty(), Optional.of(Path.of("target/ffmpeg"))));

  private FfmpegUnderTest() {}

  /** A file of that name made by these options. */
  static Path make(Path folder, String name, String... options) {
    var arguments = new ArrayList<>(List.of(options));
    arguments.add(name);
    PROCESS.run(
        new MediaCommand(MediaCommand.Tool.FFMPEG, arguments, folder, MediaCommand.Limits.STILL));
    return folder.resolve(name);
  }

  /** What the probe prints of a file with these options. */
  static String probe(Path file, String... options) {
    var arguments = new ArrayList<>(List.of(options));
    arguments.add(file.toAbsolutePath().toString());
    var command =
        new MediaCommand(
            MediaCommand.Tool.FFPROBE, arguments, Path.of("target"), MediaCommand.Limits.PROBE);
    return new String(PROCESS.run(command).stdout(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
