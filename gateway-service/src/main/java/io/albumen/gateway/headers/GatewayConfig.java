package io.albumen.gateway.headers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;

/** What stands before and beside the gateway. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {
  /** Origins of the bucket and the CDN, which the page may load from and upload to. */
  Optional<List<String>> contentOrigins();

  /**
   * How many proxies of ours stand before the gateway, as the load balancer: so many entries of
   * {@code X-Forwarded-For}, from the right, are believed. None on a laptop.
   */
  @WithDefault("0")
  @Min(0)
  @Max(4)
  int trustedHops();
}
