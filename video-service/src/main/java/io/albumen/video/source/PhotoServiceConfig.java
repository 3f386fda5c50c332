package io.albumen.video.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

@ConfigMapping(prefix = "video.photo-service")
public interface PhotoServiceConfig {
  /** Where photo-service listens on the private network. */
  @WithDefault("http://photo-service")
  URI baseUrl();

  /** How long one answer may take. */
  @WithDefault("PT10S")
  Duration timeout();
}
