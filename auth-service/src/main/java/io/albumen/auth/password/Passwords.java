package io.albumen.auth.password;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PoolException;

/**
 * The passwords of the pool. Every call may throw a {@link PoolException}; one that failed with
 * {@link PoolException.Unavailable} may still have taken effect. None ends a session.
 */
interface Passwords {

  /** Mails a code; does nothing, silently, where none can be mailed. */
  void mailCode(EmailAddress email);

  /**
   * Sets a password by a mailed code.
   *
   * @throws PasswordException.CodeRefused also for an address without an account
   */
  void reset(EmailAddress email, String code, Password wanted);

  /**
   * Sets the password of the token's owner.
   *
   * @throws PasswordException.WrongPassword also while the account is locked for its wrong tries
   * @throws PoolException.SessionEnded if the token was revoked or the account is gone
   */
  void change(String accessToken, Password old, Password wanted);
}
