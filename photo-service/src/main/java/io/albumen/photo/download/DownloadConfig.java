package io.albumen.photo.download;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How originals are packed. */
@ConfigMapping(prefix = "photo.download")
interface DownloadConfig {
  /** Largest archive; only a single original that is larger makes a larger one. */
  @WithDefault("4G")
  MemorySize partSize();

  /** How long archives can be fetched. */
  @WithDefault("P1D")
  Duration keep();

  /** How long a download is listed after it is over. */
  @WithDefault("P7D")
  Duration remember();

  /** Lifetime of an archive's URL. */
  @WithDefault("PT15M")
  Duration urlLifetime();

  /** Downloads of one person that may wait or be built at once. */
  @WithDefault("3")
  @Min(1)
  int maxActive();

  /** Downloads of one person whose archives may lie in the bucket at once, those at work too. */
  @WithDefault("20")
  @Min(1)
  int maxKept();

  /** Archives built at once by one worker; each takes some 16 MiB of memory. */
  @WithDefault("1")
  @Min(1)
  int concurrency();

  /** How often to look for downloads that are to be built, or are over. */
  @WithDefault("PT2S")
  Duration interval();

  /** How long a download stays with a worker that has died. */
  @WithDefault("PT1M")
  Duration lease();

  /** Tries at one archive before it is given up. */
  @WithDefault("5")
  @Min(1)
  int maxAttempts();

  /** How long to wait after a try that failed. */
  @WithDefault("PT10S")
  Duration retryAfter();
}
