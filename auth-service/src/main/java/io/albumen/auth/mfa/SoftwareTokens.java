package io.albumen.auth.mfa;

import io.albumen.auth.pool.PoolException;

/**
 * The authenticator apps of the pool, each its token's owner's. Every call may throw a {@link
 * PoolException}; one that failed with {@link PoolException.Unavailable} may still have taken
 * effect.
 */
interface SoftwareTokens {

  /** A fresh secret in base 32, of no use until it is proven; the last one counts. */
  String offer(String accessToken);

  /**
   * Takes the code of the secret on offer as proof that an app has it.
   *
   * @throws MfaException.WrongCode if it is not
   * @throws MfaException.NotBegun if no secret was offered
   */
  void prove(String accessToken, String code);

  /** From now on a sign-in asks for a code. May be told twice. */
  void require(String accessToken);

  /** From now on a sign-in asks for no code. May be told twice. */
  void renounce(String accessToken);
}
