package io.albumen.auth.intent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How intents that a crash has left are taken up again. */
@ConfigMapping(prefix = "albumen.auth.intents")
interface IntentConfig {
  /** How often to look for them; read by the scheduler. */
  @WithDefault("30s")
  Duration sweepEvery();

  /** Left alone for this long, an intent's own request has died; longer than any call may take. */
  @WithDefault("1m")
  Duration patience();

  /** Longest wait between two tries; it doubles from {@link #patience} up to this. */
  @WithDefault("1h")
  Duration maxBackoff();

  /** How long a settled intent is remembered, so that a repeated request has the same answer. */
  @WithDefault("1d")
  Duration remember();

  /** Intents taken up in one sweep. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int batch();
}
