package io.albumen.notification.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where notifications are stored. */
@ConfigMapping(prefix = "notification.store")
public interface StoreConfig {
  /** DynamoDB table; created by the deployment, never by the service. */
  @WithDefault("notifications")
  String table();
}
