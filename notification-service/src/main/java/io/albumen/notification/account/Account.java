package io.albumen.notification.account;

/** What is known of a user here. */
public sealed interface Account {
  record Known(Contact contact) implements Account {}

  /** No event has named the user yet; one may still be under way. */
  record Unknown() implements Account {}

  /** The user is gone; what comes late for them is dropped. */
  record Erased() implements Account {}
}
