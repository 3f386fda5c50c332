package io.albumen.notification.letter;

import io.smallrye.config.ConfigMapping;

/** Where the web app is. */
@ConfigMapping(prefix = "albumen.web")
interface WebConfig {
  /** Base of every link in a mail; configured, so that no request can forge one. */
  String baseUrl();
}
