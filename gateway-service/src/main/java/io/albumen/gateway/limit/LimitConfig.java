package io.albumen.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How often the API may be called. */
@ConfigMapping(prefix = "gateway.limits")
public interface LimitConfig {
  /**
   * Buckets kept at once, of 16 bytes each; one that is full again needs none. With more that are
   * not full, newcomers share.
   */
  @WithDefault("262144")
  @Min(1024)
  @Max(16_777_216)
  int buckets();

  /** Of all calls from one address (IPv6: one /64): a family, or an office, behind one router. */
  PerAddress perAddress();

  /** Of all calls of one person, from wherever. */
  PerUser perUser();

  /** By name: calls that have a limit of their own besides. */
  Map<String, Route> routes();

  interface PerAddress {
    @WithDefault("6000")
    @Min(1)
    int permits();

    @WithDefault("1M")
    Duration window();
  }

  interface PerUser {
    @WithDefault("3000")
    @Min(1)
    int permits();

    @WithDefault("1M")
    Duration window();
  }

  interface Route {
    /** As {@code POST /uploads/{id}/parts}, below {@code /api/v1}. */
    List<String> calls();

    @WithDefault("10")
    @Min(1)
    int permits();

    @WithDefault("1M")
    Duration window();

    @WithDefault("both")
    CountedBy countedBy();
  }

  /** Whose calls count together. A call without a token has no user. */
  enum CountedBy {
    ADDRESS,
    USER,
    BOTH
  }
}
