package io.albumen.photo.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How content is handed out. */
@ConfigMapping(prefix = "photo.content")
interface ContentConfig {
  /** Lifetime of a URL that reads an original. */
  @WithDefault("PT15M")
  Duration urlLifetime();
}
