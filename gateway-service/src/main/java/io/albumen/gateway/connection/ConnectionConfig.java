package io.albumen.gateway.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Connections of clients. */
@ConfigMapping(prefix = "gateway.connections")
interface ConnectionConfig {
  /** At once; one more is closed unheard. */
  @WithDefault("10000")
  @Min(1)
  int max();

  /**
   * Of one address (IPv6: one /64) at once; not counted behind proxies of ours, whose address they
   * all have.
   */
  @WithDefault("512")
  @Min(1)
  int perAddress();

  /** From the first byte of a request until its headers are whole. */
  @WithDefault("10S")
  Duration headTimeout();

  /** Bytes of a body in a second, at least, once it has taken longer than headers may. */
  @WithDefault("1K")
  MemorySize bodyRate();
}
