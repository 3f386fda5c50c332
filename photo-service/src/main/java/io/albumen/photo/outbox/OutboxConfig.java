package io.albumen.photo.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages leave. */
@ConfigMapping(prefix = "photo.outbox")
interface OutboxConfig {
  /** Queue that commands for the worker go to. */
  @WithDefault("media-processing")
  String queue();

  /** How often to look for messages that another process committed, or that are to be retried. */
  @WithDefault("PT1S")
  Duration interval();

  /** Longest wait before a message that could not be sent is tried again. */
  @WithDefault("PT1M")
  Duration maxDelay();

  /** How long a message stays with a relay that has died while it was sending. */
  @WithDefault("PT1M")
  Duration claim();
}
