package io.albumen.photo.reconciliation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How bucket and rows are compared. */
@ConfigMapping(prefix = "photo.reconciliation")
interface ReconciliationConfig {
  /** Objects and rows compared at once. */
  @WithDefault("1000")
  @Min(1)
  @Max(1000)
  int batch();

  /** Younger objects may belong to something under way, and are left alone. */
  @WithDefault("P1D")
  Duration grace();

  /** How often to look for a comparison that is to be gone on with. */
  @WithDefault("PT5S")
  Duration interval();

  /** How long a comparison stays with a worker that has died. */
  @WithDefault("PT5M")
  Duration lease();

  /** Bytes a second that may be read to check hashes. */
  @WithDefault("50M")
  MemorySize hashRate();
}
