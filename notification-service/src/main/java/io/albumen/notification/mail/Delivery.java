package io.albumen.notification.mail;

/** How one try to send ended. */
sealed interface Delivery {
  record Sent(String sesMessageId) implements Delivery {}

  /** It will never be taken. */
  record Refused(String reason) implements Delivery {}

  /** Certainly not taken this time; another try may do. */
  record NotTaken(String reason) implements Delivery {}

  /** The answer was lost: it may have been taken. */
  record InDoubt(String reason) implements Delivery {}

  default MailStatus status() {
    return switch (this) {
      case Sent _ -> MailStatus.SENT;
      case Refused _ -> MailStatus.FAILED;
      case NotTaken _ -> MailStatus.DEFERRED;
      case InDoubt _ -> MailStatus.UNKNOWN;
    };
  }
}
