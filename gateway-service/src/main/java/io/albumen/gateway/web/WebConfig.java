package io.albumen.gateway.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The web app. */
@ConfigMapping(prefix = "gateway.web")
interface WebConfig {
  /** Folder on the class path that holds it. */
  @WithDefault("web")
  String root();
}
