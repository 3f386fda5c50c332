package io.albumen.auth.discretion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much time answers take so that it tells nothing. */
@ConfigMapping(prefix = "albumen.auth.discretion")
interface DiscretionConfig {
  /**
   * Answers about an address take this long or a multiple of it; longer than the pool usually
   * needs, mail included.
   */
  @WithDefault("600ms")
  Duration answerTime();
}
