package io.albumen.video.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

@ConfigMapping(prefix = "albumen.events")
interface EventsConfig {
  /** Bus that carries the fleet's facts. */
  @WithDefault("albumen")
  String bus();

  /** Where EventBridge is, if not on AWS. */
  Optional<URI> endpointOverride();

  /** Region of the bus. */
  @WithDefault("eu-west-1")
  String region();
}
