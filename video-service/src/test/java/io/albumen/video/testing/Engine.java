package io.albumen.video.testing;

import io.albumen.media.Ffmpeg;
import io.albumen.media.MediaCommand;
import io.albumen.media.MediaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bundled engine, and what tests ask of it besides. */
public final class Engine {
  public static final MediaProcess PROCESS =
      new MediaProcess(Ffmpeg.locate(Optional.empty(), Optional.empty()));

  private Engine() {}

  /** Runs in {@code folder} and returns the standard output. */
  public static byte[] run(Path folder, String... arguments) {
    return PROCESS
        .run(
            new MediaCommand(
                MediaCommand.Tool.FFMPEG, List.of(arguments), folder, MediaCommand.Limits.STILL))
        .stdout();
  }

  /** A still that FFmpeg's own sources draw. */
  public static Path picture(Path folder, String source, String name) {
    run(folder, "-f", "lavfi", "-i", source, "-frames:v", "1", name);
    return folder.resolve(name);
  }
}
