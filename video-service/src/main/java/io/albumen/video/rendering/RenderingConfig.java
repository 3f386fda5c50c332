package io.albumen.video.rendering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

@ConfigMapping(prefix = "video.rendering")
public interface RenderingConfig {
  /** How long a renderer that fell silent keeps its film from others. */
  @WithDefault("PT60S")
  Duration lease();

  /** How often a renderer writes progress, extends its lease and learns of a cancellation. */
  @WithDefault("PT1S")
  Duration beat();

  /** Films made at once; each keeps about a processor busy. */
  @WithDefault("1")
  @Min(1)
  int concurrency();
}
