package io.albumen.video.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "video.request")
interface RequestConfig {
  /** The longest film anyone may ask for; bounds what one request costs. */
  @WithDefault("PT30M")
  Duration maxLength();
}
