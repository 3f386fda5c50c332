package io.albumen.auth.intent;

/** What an intent is about; the subject is read accordingly. */
public enum IntentKind {
  /** An address is being confirmed; the subject is the address. */
  CONFIRMATION,
  /** A profile is being changed; the subject is the user's id. */
  PROFILE_CHANGE
}
