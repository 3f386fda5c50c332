package io.albumen.auth.pool;

import io.albumen.common.UserId;
import java.util.Optional;

/**
 * Accounts, their passwords, codes and sessions. Every call may throw a {@link PoolException}; one
 * that failed otherwise than by a clear refusal may still have taken effect.
 */
public interface UserPool {

  /** What came of a sign-up; the caller of the API must not learn which. */
  enum SignUpResult {
    /** A new account, and a code is on its way. */
    CREATED,
    /** There was an account by this address already; it is unchanged. */
    KNOWN
  }

  /** What came of a code. */
  enum ConfirmResult {
    CONFIRMED,
    /** The account was confirmed before, perhaps by an earlier try whose answer was lost. */
    ALREADY_CONFIRMED,
    /** Also for an address without an account. */
    MISMATCH,
    EXPIRED,
    TOO_MANY_ATTEMPTS,
    /** The code was right, but another account owns the address by now. */
    ADDRESS_TAKEN
  }

  SignUpResult signUp(NewUser user);

  ConfirmResult confirm(EmailAddress email, String code);

  /** Does nothing, silently, where there is no account that waits for a code. */
  void resendCode(EmailAddress email);

  SignInResult signIn(EmailAddress email, Password password);

  /**
   * Completes a sign-in by the code of an authenticator app.
   *
   * @param session as the challenge gave it
   * @throws PoolException.WrongCode if another try may do better
   * @throws PoolException.ChallengeEnded also for an address without an account
   */
  Tokens answerChallenge(EmailAddress email, String session, String code);

  /**
   * Exchanges a refresh token for fresh ones; the old one stays good for a moment only.
   *
   * @throws PoolException.SessionEnded if it is no longer good
   */
  Tokens refresh(String refreshToken);

  /** Ends the session of a refresh token; one that is unknown or ended already is no failure. */
  void revoke(String refreshToken);

  Optional<PoolUser> find(EmailAddress email);

  Optional<PoolUser> find(UserId id);

  /**
   * Changes the attributes of the token's owner.
   *
   * @throws PoolException.SessionEnded if the token was revoked or the account is gone
   */
  void update(String accessToken, Profile profile);
}
