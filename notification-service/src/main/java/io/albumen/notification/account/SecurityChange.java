package io.albumen.notification.account;

/** What about an account's security changed that its owner should hear of. */
public enum SecurityChange {
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  MFA_ENABLED,
  MFA_DISABLED,
  SIGNED_OUT_EVERYWHERE
}
