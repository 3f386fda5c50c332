package io.albumen.auth.intent;

/** What an intent is about; the subject is read accordingly. */
public enum IntentKind {
  /** An address is being confirmed; the subject is the address. */
  CONFIRMATION,
  /** A profile is being changed; the subject is the user's id. */
  PROFILE_CHANGE,
  /** The guards of an account are being changed; the subject is how, then the user's id. */
  SECURITY_CHANGE,
  /**
   * An account is being suspended or given back; the key is the user's id, so that a later decision
   * takes the place of an earlier one, and the subject is the decision.
   */
  SUSPENSION
}
