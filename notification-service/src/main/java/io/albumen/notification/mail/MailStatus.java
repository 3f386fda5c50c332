package io.albumen.notification.mail;

/** What became of a mail. */
enum MailStatus {
  /** Claimed; only while the call to SES runs, or after a crash in it. */
  SENDING,
  /** Certainly not sent, to be tried again. */
  DEFERRED,
  SENT,
  /** Refused for good. */
  FAILED,
  /** It may have been sent or not; nobody tries again. */
  UNKNOWN
}
