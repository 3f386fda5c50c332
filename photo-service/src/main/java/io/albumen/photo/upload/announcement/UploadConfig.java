package io.albumen.photo.upload.announcement;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be uploaded, and how long an announced upload is waited for. */
@ConfigMapping(prefix = "photo.upload")
public interface UploadConfig {
  /** Largest file. */
  @WithDefault("5G")
  MemorySize maxSize();

  /** Largest file that goes up in one request. */
  @WithDefault("64M")
  MemorySize maxSinglePut();

  /** Each part of a larger one, but for the last. */
  @WithDefault("16M")
  MemorySize partSize();

  /** Lifetime of a URL that takes a file. */
  @WithDefault("PT1H")
  Duration urlLifetime();

  /** How long after the last URL a request that began in time may still be running. */
  @WithDefault("PT30M")
  Duration grace();

  /** How long completing again gives the first answer. */
  @WithDefault("P7D")
  Duration keepCompleted();

  /** How often to look for uploads that were never completed. */
  @WithDefault("PT30S")
  Duration sweepInterval();

  /** Uploads of one request completed at once. */
  @WithDefault("8")
  int parallelCompletions();
}
