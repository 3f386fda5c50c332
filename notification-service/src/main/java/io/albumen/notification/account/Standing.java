package io.albumen.notification.account;

/** How somebody who has an account stands. */
public enum Standing {
  GOOD,
  SUSPENDED
}
