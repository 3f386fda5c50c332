package io.albumen.common.paging;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** How paging cursors are made unforgeable. */
@ConfigMapping(prefix = "albumen.cursors")
public interface CursorConfig {
  /** Secret that cursors are authenticated with; the same for all processes of a service. */
  @Size(min = 16)
  String key();
}
