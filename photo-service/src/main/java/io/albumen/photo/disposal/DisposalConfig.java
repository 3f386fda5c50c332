package io.albumen.photo.disposal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How objects without use are deleted. */
@ConfigMapping(prefix = "photo.disposal")
interface DisposalConfig {
  /** How often to look. */
  @WithDefault("PT10S")
  Duration interval();

  /** When a deletion that failed, or was cut off, is tried again. */
  @WithDefault("PT5M")
  Duration retryAfter();
}
