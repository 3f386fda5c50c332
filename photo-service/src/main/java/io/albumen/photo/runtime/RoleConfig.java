package io.albumen.photo.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What this process does. */
@ConfigMapping(prefix = "photo")
public interface RoleConfig {
  /** One process may do both; relay and sweepers run in every one. */
  @WithDefault("api,worker")
  Set<Role> roles();

  /** A kind of process. */
  enum Role {
    /** Answers requests. */
    API,
    /** Works off queues. */
    WORKER
  }
}
