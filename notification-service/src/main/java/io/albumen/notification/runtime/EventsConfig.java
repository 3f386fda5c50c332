package io.albumen.notification.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The bus that facts are published on. */
@ConfigMapping(prefix = "albumen.events")
interface EventsConfig {
  @WithDefault("albumen")
  String bus();

  /** Where EventBridge is, if it is not AWS's. */
  Optional<URI> endpointOverride();

  /** AWS region of the bus. */
  @WithDefault("eu-west-1")
  String region();
}
