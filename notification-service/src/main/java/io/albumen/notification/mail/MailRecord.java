package io.albumen.notification.mail;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dedup mark and audit of one mail.
 *
 * @param attempt of this try to send; a later try has another
 * @param to the address; of a mail that outlives the account a digest, see {@link AddressDigest}
 * @param doubtAt when a record still {@code SENDING} has lost its sender
 * @param forgottenAt when a record that outlives the account goes; others go with the account
 */
record MailRecord(
    UserId user,
    UUID eventId,
    String kind,
    String to,
    UUID attempt,
    MailStatus status,
    Instant claimedAt,
    Instant doubtAt,
    @Nullable Instant forgottenAt) {

  /** Whether the record stays, and counts, when the user is erased. */
  boolean outlivesAccount() {
    return forgottenAt != null;
  }

  @Override
  public String toString() {
    return "MailRecord[user=%s, event=%s, kind=%s, status=%s]"
        .formatted(user, eventId, kind, status);
  }
}
