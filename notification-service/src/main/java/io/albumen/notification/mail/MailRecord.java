package io.albumen.notification.mail;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * The dedup mark and audit of one mail.
 *
 * @param attempt of this try to send; a later try has another
 * @param doubtAt when a record still {@code SENDING} has lost its sender
 */
record MailRecord(
    UserId user,
    UUID eventId,
    String kind,
    String to,
    UUID attempt,
    MailStatus status,
    Instant claimedAt,
    Instant doubtAt) {
  @Override
  public String toString() {
    return "MailRecord[user=%s, event=%s, kind=%s, status=%s]"
        .formatted(user, eventId, kind, status);
  }
}
