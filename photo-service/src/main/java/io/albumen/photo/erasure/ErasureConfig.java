package io.albumen.photo.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How closed accounts are erased. */
@ConfigMapping(prefix = "photo.erasure")
interface ErasureConfig {
  /** How often to look for what is due. */
  @WithDefault("PT15S")
  Duration interval();

  /** Rows, or object versions, deleted at once. */
  @WithDefault("1000")
  @Min(1)
  @Max(1000)
  int batch();

  /** When a step that failed, or was cut off, is tried again. */
  @WithDefault("PT1M")
  Duration retryAfter();

  /**
   * How long to wait for a worker that was at an item as the account was closed. It stops before
   * the next rendition, and removes what it has put.
   */
  @WithDefault("PT2M")
  Duration workerGrace();

  /** After this, no worker can still be at an item that it began before the account was closed. */
  @WithDefault("PT12H")
  Duration jobLimit();
}
