package io.albumen.auth.deletion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** The end of accounts. */
@ConfigMapping(prefix = "albumen.auth.deletion")
interface DeletionConfig {
  /** The services that hold something of an account, and answer once they don't. */
  @WithDefault("photo-service,video-service,notification-service")
  @NotEmpty
  List<String> services();

  /** How often to look for deletions that should go on; read by the scheduler. */
  @WithDefault("30s")
  Duration sweepEvery();

  /** How long to wait for what is missing before telling the services again. */
  @WithDefault("2m")
  Duration retryEvery();

  /** From when on an operator should know that a service does not answer. */
  @WithDefault("1h")
  Duration slowAfter();

  /** How long one may ask about a deletion that is completed. */
  @WithDefault("30d")
  Duration remember();

  /** Deletions taken up in one sweep. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int batch();

  /** Queue of the services' answers; made by the infrastructure, never by the service. */
  @WithDefault("auth-events")
  String queue();

  /** Whether this process takes answers off the queue. */
  @WithDefault("true")
  boolean listen();
}
