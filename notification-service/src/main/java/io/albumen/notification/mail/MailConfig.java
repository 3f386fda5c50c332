package io.albumen.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sending mails. */
@ConfigMapping(prefix = "notification.mail")
interface MailConfig {
  /** Sender, an address or {@code Name <address>}; its domain is verified with SES. */
  @WithDefault("Albumen <no-reply@albumen.local>")
  String sender();

  /** After this long without an answer of SES a mail is in doubt. */
  @WithDefault("10S")
  Duration answerTimeout();

  /**
   * After this long a record still being sent has lost its sender. Longer than {@link
   * #answerTimeout()}, shorter than the queue's visibility, so that the redelivery after a crash
   * settles it.
   */
  @WithDefault("20S")
  Duration doubtAfter();

  /**
   * How long the records of mails about a deletion are kept; longer than any queue keeps a message,
   * so that none of them is sent twice.
   */
  @WithDefault("30D")
  Duration farewellAudit();

  /** How often lost senders are looked for. */
  @WithDefault("30s")
  String sweepEvery();
}
