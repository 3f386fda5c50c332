package io.albumen.photo.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long first answers are given again, and when those that are not any more are removed. */
@ConfigMapping(prefix = "photo.idempotency")
interface IdempotencyConfig {
  /** From the first request on. */
  @WithDefault("PT24H")
  Duration keep();

  /** When a first request that has not answered counts as lost with its process. */
  @WithDefault("PT1M")
  Duration lostAfter();

  /** How often to remove answers that are kept no longer. */
  @WithDefault("PT10M")
  Duration sweepInterval();
}
