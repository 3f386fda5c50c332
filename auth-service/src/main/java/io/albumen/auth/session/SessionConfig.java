package io.albumen.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sessions of browsers. */
@ConfigMapping(prefix = "albumen.auth.session")
interface SessionConfig {
  /** Life of the cookie; that of the pool's refresh tokens, which is what counts. */
  @WithDefault("30d")
  Duration cookieLifetime();
}
