package io.albumen.notification.mail;

/** A mail ready to be sent. Its text shows nothing of it, so that logs cannot. */
record Mail(String to, String subject, String text, String html) {
  @Override
  public String toString() {
    return "Mail[…]";
  }
}
