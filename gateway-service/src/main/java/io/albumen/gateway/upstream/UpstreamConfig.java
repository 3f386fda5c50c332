package io.albumen.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How services are called. */
@ConfigMapping(prefix = "gateway.upstream")
public interface UpstreamConfig {
  @WithDefault("2S")
  Duration connectTimeout();

  /** A service that has not begun to answer by then has failed; the answer itself may last. */
  @WithDefault("30S")
  Duration answerTimeout();

  /** An answer or socket on which nothing moves for so long is broken off. Event streams beat. */
  @WithDefault("90S")
  Duration idleTimeout();

  /** Idle connections are let go after that; less than services keep them, or calls are lost. */
  @WithDefault("30S")
  Duration keepAlive();

  /** Connections to one replica, over all event loops. */
  @WithDefault("512")
  @Min(1)
  int poolSize();

  /** Calls that may wait for a connection. */
  @WithDefault("1024")
  @Min(1)
  int maxWaiting();

  Retry retry();

  Breaker breaker();

  /** How often replicas are asked whether they are ready, where a service has several. */
  @WithDefault("1S")
  Duration healthEvery();

  /**
   * What is sent again: calls that reached nobody, and those that change nothing and had no body.
   */
  interface Retry {
    /** More tries of one call. */
    @WithDefault("2")
    @Min(0)
    @Max(5)
    int attempts();

    /** More tries in hand at first, and at most. */
    @WithDefault("100")
    @Min(0)
    int reserve();

    /** More tries earned by a hundred calls. */
    @WithDefault("20")
    @Min(0)
    @Max(100)
    int percent();
  }

  /** When a replica is left alone. */
  interface Breaker {
    /** Failures one after the other, without a success between them. */
    @WithDefault("10")
    @Min(1)
    int failures();

    /** Rest before one call tries it again; twice as long after each try that fails, up to 32 ×. */
    @WithDefault("1S")
    Duration rest();
  }
}
