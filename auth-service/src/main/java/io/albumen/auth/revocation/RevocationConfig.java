package io.albumen.auth.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long revocations are told. */
@ConfigMapping(prefix = "albumen.auth.revocations")
interface RevocationConfig {
  /** Longer than the life of an access token and the clock skew allowed to it. */
  @WithDefault("6m")
  Duration keep();

  /** How often to clear away those that are over; read by the scheduler. */
  @WithDefault("1m")
  Duration sweepEvery();
}
