package io.albumen.auth.session;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** The web app, whose pages alone may use the cookie. */
@ConfigMapping(prefix = "albumen.web")
interface WebConfig {
  /** Where people open it; its origin is compared with that of a call. */
  URI baseUrl();
}
