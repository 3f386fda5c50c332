package io.albumen.notification.letter;

/** A mail ready to be sent. Its text shows nothing of it, so that logs cannot. */
public record Mail(String to, String subject, String text, String html) {
  @Override
  public String toString() {
    return "Mail[…]";
  }
}
