package io.albumen.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How access tokens are looked at. */
@ConfigMapping(prefix = "gateway.tokens")
public interface TokenGateConfig {
  /** Verdicts kept, about 1.5 KB each; each until its token expires. */
  @WithDefault("20000")
  @Min(1)
  int cacheSize();

  /** Tokens looked at for the first time at once; more are told to come again. */
  @WithDefault("512")
  @Min(1)
  int maxPending();

  /** How far clocks may differ. */
  @WithDefault("10S")
  Duration skew();

  /** After that long the pool's keys are fetched again, so that withdrawn ones are dropped. */
  @WithDefault("1H")
  Duration keysRefresh();

  /**
   * Least time between two fetches of the pool's keys, whatever key ids tokens name: a key newly
   * rotated in is known at the latest after it.
   */
  @WithDefault("30S")
  Duration keysPause();

  /** How often auth-service is asked whose tokens have died early. */
  @WithDefault("5S")
  Duration revocationsEvery();

  /** Longest list of revocations taken. */
  @WithDefault("100000")
  @Min(1)
  @Max(1_000_000)
  int maxRevocations();
}
