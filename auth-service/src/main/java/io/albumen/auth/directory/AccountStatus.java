package io.albumen.auth.directory;

/** How far an account has come. */
public enum AccountStatus {
  /** Its address waits to be confirmed. */
  UNCONFIRMED,
  CONFIRMED,
  /** It is confirmed, but wants a new password before the next sign-in. */
  PASSWORD_DUE
}
