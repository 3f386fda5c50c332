package io.albumen.auth.pool;

/** What the right password leads to. */
public sealed interface SignInResult {

  /** The session has begun. */
  record SignedIn(Tokens tokens) implements SignInResult {}

  /**
   * A further proof is due.
   *
   * @param name Cognito's name of it, as {@code SOFTWARE_TOKEN_MFA}
   * @param session to be handed back with the proof; a secret
   */
  record Challenged(String name, String session) implements SignInResult {
    @Override
    public String toString() {
      return "Challenged[" + name + "]";
    }
  }
}
