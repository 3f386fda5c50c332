package io.albumen.notification.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The queue of events. */
@ConfigMapping(prefix = "notification.intake")
public interface IntakeConfig {
  /** Queue that the bus fans out to; created by the deployment, never by the service. */
  @WithDefault("notification-events")
  String queue();

  /** Events worked on at once. */
  @WithDefault("8")
  @Min(1)
  @Max(100)
  int concurrency();

  /** Whether this process takes events at all. */
  @WithDefault("true")
  boolean enabled();
}
