package io.albumen.video.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;

@ConfigMapping(prefix = "video")
interface VideoConfig {
  /** What this process does; a process that is no renderer polls no queue. */
  @WithDefault("api,renderer")
  @NotEmpty
  Set<Role> roles();

  enum Role {
    API,
    RENDERER
  }
}
