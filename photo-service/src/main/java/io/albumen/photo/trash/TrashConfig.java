package io.albumen.photo.trash;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what was thrown away can be brought back. */
@ConfigMapping(prefix = "photo.trash")
interface TrashConfig {
  /** From throwing away to the purge. */
  @WithDefault("P30D")
  Duration retention();

  /** How often to look for what is to be purged. */
  @WithDefault("PT1M")
  Duration sweepInterval();
}
