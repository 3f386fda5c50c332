package io.albumen.photo.reprocessing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How slowly media are processed again. Each worker process does one at a time, so the pauses are
 * its highest rate, and uploads keep the rest of its engines.
 */
@ConfigMapping(prefix = "photo.reprocessing")
interface ReprocessingConfig {
  /** How often to look for something to do. */
  @WithDefault("PT5S")
  Duration interval();

  /** Between one item and the next. */
  @WithDefault("PT0.2S")
  Duration pause();

  /** The same, while uploads are being worked on. */
  @WithDefault("PT5S")
  Duration busyPause();

  /** How long an item stays with a worker that has died. */
  @WithDefault("PT15M")
  Duration lease();

  /** When an item is tried again after a failure that may pass. */
  @WithDefault("PT1M")
  Duration retryAfter();
}
