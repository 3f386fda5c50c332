package io.albumen.auth.announcement;

/** What changed about the security of an account; the names travel in {@code SecurityEvent}. */
public enum SecurityChange {
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  MFA_ENABLED,
  MFA_DISABLED,
  SIGNED_OUT_EVERYWHERE
}
