package io.albumen.notification.mail;

/** Answer to the wish to send a mail. */
sealed interface Claim {
  /** The caller, and nobody else, may send. */
  record Granted() implements Claim {}

  /** Somebody was here before. */
  record Taken(MailRecord earlier) implements Claim {}

  /** The user is gone. */
  record Erased() implements Claim {}
}
