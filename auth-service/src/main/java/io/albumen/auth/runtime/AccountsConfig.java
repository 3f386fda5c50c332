package io.albumen.auth.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The one table of this service. */
@ConfigMapping(prefix = "albumen.accounts")
public interface AccountsConfig {
  /** DynamoDB table, made by the infrastructure, never by the service. */
  @WithDefault("accounts")
  String table();
}
