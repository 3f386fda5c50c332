package io.albumen.video.runtime;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "albumen.media")
interface MediaConfig {
  /** Folder with {@code ffmpeg} and {@code ffprobe}; by default the bundled ones are unpacked. */
  Optional<Path> ffmpegDir();

  /** Where the bundled ones are unpacked; by default below the user's cache. */
  Optional<Path> cacheDir();
}
