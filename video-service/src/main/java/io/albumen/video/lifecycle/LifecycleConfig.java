package io.albumen.video.lifecycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

@ConfigMapping(prefix = "video.lifecycle")
public interface LifecycleConfig {
  /** How often overdue films are looked for. */
  @WithDefault("PT5S")
  Duration sweepEvery();

  /** Renderers that may die or fail over one film before it is marked as failed. */
  @WithDefault("3")
  @Min(1)
  int maxAttempts();
}
