package io.albumen.common.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Keys by which services know each other on {@code /internal}. */
@ConfigMapping(prefix = "albumen.service-tokens")
public interface ServiceTokenConfig {
  /** This service's own EC P-256 key, PEM text or path; absent where it calls nobody. */
  Optional<String> privateKey();

  /** Public keys of the services that may call, by name, PEM text or path. */
  Map<String, String> trusted();

  /** How long a token lives. */
  @WithDefault("PT60S")
  Duration lifetime();
}
