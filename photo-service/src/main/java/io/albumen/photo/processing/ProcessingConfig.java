package io.albumen.photo.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the worker works. */
@ConfigMapping(prefix = "photo.processing")
interface ProcessingConfig {
  /** Queue of commands; its dead letters are in the queue of the same name with {@code -dlq}. */
  @WithDefault("media-processing")
  String queue();

  /**
   * Originals on their way at once, from the bucket to the engine and back; each may take its size,
   * and its renditions', on disk.
   */
  @WithDefault("4")
  @Min(1)
  int concurrency();

  /** Engines that run at once; each takes a processor and some hundred megabytes. */
  @WithDefault("2")
  @Min(1)
  int engines();

  /** How long a command stays with a worker that has died. */
  @WithDefault("PT30S")
  Duration visibility();

  /** How long a worker that is to stop may go on with what it has begun. */
  @WithDefault("PT20S")
  Duration drain();

  /** Where originals and renditions lie while they are worked on; else the system's own place. */
  Optional<Path> directory();

  /** How often to look for items that were forgotten. */
  @WithDefault("PT1M")
  Duration reminderInterval();
}
