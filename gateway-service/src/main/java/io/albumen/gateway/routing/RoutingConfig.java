package io.albumen.gateway.routing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which service answers what, and how long the gateway waits for it. */
@ConfigMapping(prefix = "gateway")
public interface RoutingConfig {
  /** Service by name → first path segments after {@code /api/v1} that are its own. */
  Map<String, List<String>> routes();

  /** Service by name → where it is, if not at {@code http://<name>}. */
  Map<String, URI> upstreams();

  /** Largest request body of the API; media never pass here. */
  @WithDefault("1M")
  MemorySize maxBody();

  @WithName("upstream")
  Upstream upstream();

  /** How upstreams are called. */
  interface Upstream {
    @WithDefault("2S")
    Duration connectTimeout();

    /** A service that has not begun to answer by then has failed; the answer itself may last. */
    @WithDefault("30S")
    Duration answerTimeout();

    /** Connections to one service. */
    @WithDefault("256")
    @Min(1)
    int poolSize();

    /** Calls that may wait for a connection. */
    @WithDefault("1024")
    @Min(1)
    int maxWaiting();
  }
}
