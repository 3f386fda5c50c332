package io.albumen.common.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The bus that facts are published on. */
@ConfigMapping(prefix = "albumen.events")
public interface EventsConfig {
  /** Where EventBridge is, if it is not AWS's. */
  Optional<URI> endpointOverride();

  /** Name of the bus. */
  @WithDefault("albumen")
  String bus();

  /** AWS region of the bus. */
  @WithDefault("eu-west-1")
  String region();
}
