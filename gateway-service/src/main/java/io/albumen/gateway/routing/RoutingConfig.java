package io.albumen.gateway.routing;

import io.albumen.gateway.upstream.UpstreamConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which service answers what, and how long the gateway waits for it. */
@ConfigMapping(prefix = "gateway")
public interface RoutingConfig {
  /** Service by name → first path segments after {@code /api/v1} that are its own. */
  Map<String, List<String>> routes();

  /** Service by name → where its replicas are, if not at {@code http://<name>}. */
  Map<String, List<URI>> upstreams();

  /**
   * Service by name, or beginning of a path as {@code "/api/v1/downloads"} → how long an answer may
   * take to begin, if not {@link UpstreamConfig#answerTimeout()}. The longest path counts, then the
   * service.
   */
  Map<String, Duration> answerTimeouts();

  /** Largest request body of the API; media never pass here. */
  @WithDefault("1M")
  MemorySize maxBody();
}
