package io.albumen.notification.account;

import io.albumen.common.UserId;

/** How to reach a user. Its text never shows the address, so that logs cannot. */
public record Contact(
    UserId user, String email, String displayName, String locale, String timeZone) {
  @Override
  public String toString() {
    return "Contact[user=" + user.value() + "]";
  }
}
