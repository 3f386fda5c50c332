package io.albumen.notification.account;

import io.albumen.common.security.Standing;

/** What is known of a user here. */
public sealed interface Account {
  record Known(Contact contact, Standing standing) implements Account {}

  /** No event has told the user's address yet; one may still be under way. */
  record Unknown(Standing standing) implements Account {}

  /** The user is gone; what comes late for them is dropped. */
  record Erased() implements Account {}
}
