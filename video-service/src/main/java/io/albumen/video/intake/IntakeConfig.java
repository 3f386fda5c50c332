package io.albumen.video.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** The queue of events. */
@ConfigMapping(prefix = "video.intake")
public interface IntakeConfig {
  /** Queue that the bus fans out to; its dead letters are in the one named so with {@code -dlq}. */
  @WithDefault("video-events")
  String queue();

  /** Events taken at once. */
  @WithDefault("4")
  @Min(1)
  int concurrency();
}
