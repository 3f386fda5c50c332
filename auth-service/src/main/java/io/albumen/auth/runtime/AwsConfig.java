package io.albumen.auth.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the AWS clients of this service have in common. */
@ConfigMapping(prefix = "albumen.aws")
interface AwsConfig {
  /** Region of the pool and the bus. */
  @WithDefault("eu-west-1")
  String region();

  /** A call that takes longer has failed; people wait for these answers. */
  @WithDefault("8s")
  Duration callTimeout();
}
