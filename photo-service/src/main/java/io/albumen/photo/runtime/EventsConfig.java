package io.albumen.photo.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The bus on which this service publishes facts. */
@ConfigMapping(prefix = "albumen.events")
interface EventsConfig {
  /** Where EventBridge answers; absent on AWS, where the region decides. */
  Optional<URI> endpointOverride();

  /** Name of the bus. */
  @WithDefault("albumen")
  String bus();

  /** Region of the bus. */
  @WithDefault("eu-west-1")
  String region();
}
