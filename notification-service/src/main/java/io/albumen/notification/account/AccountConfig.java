package io.albumen.notification.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Contacts. */
@ConfigMapping(prefix = "notification.account")
interface AccountConfig {
  /** How long an erased user is remembered; longer than any queue keeps a message. */
  @WithDefault("30D")
  Duration erasureMark();
}
