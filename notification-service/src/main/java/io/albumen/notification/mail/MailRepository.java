package io.albumen.notification.mail;

import java.time.Instant;
import java.util.List;

/** Stores mail records. The record of a mail is the right to send it. */
interface MailRepository {
  /**
   * Writes the record unless there is one for its event; a {@code DEFERRED} one is replaced. For an
   * erased user only if it outlives the account.
   */
  Claim claim(MailRecord sending);

  /**
   * Writes how the try ended, also over a doubt that came up meanwhile; but a doubtful mail never
   * becomes {@code DEFERRED}. Does nothing if another try holds the record or it was erased.
   */
  void settle(MailRecord sending, Delivery delivery, Instant at);

  /** {@code SENDING} → {@code UNKNOWN}; false if this try was settled meanwhile. */
  boolean doubt(MailRecord sending, Instant at);

  /** Records {@code SENDING} whose {@code doubtAt} has passed, oldest first; may lag. */
  List<MailRecord> overdue(Instant now, int limit);
}
