package io.albumen.photo.processing.engine;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where FFmpeg comes from. */
@ConfigMapping(prefix = "albumen.media")
interface EngineConfig {
  /**
   * Folder with an installed {@code ffmpeg} and {@code ffprobe}; without it the bundled ones are
   * unpacked.
   */
  Optional<Path> ffmpegDir();

  /**
   * Where the bundled ones are unpacked to, once per machine; {@code ~/.cache/albumen} without it.
   */
  Optional<Path> cacheDir();
}
