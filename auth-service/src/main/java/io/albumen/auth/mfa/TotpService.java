package io.albumen.auth.mfa;

import io.albumen.auth.announcement.SecurityChange;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PasswordProof;
import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.PoolUser;
import io.albumen.auth.pool.UserPool;
import io.albumen.auth.security.SecurityChanges;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts an authenticator app to use, and out of it. */
@ApplicationScoped
class TotpService {
  private final UserPool pool;
  private final SoftwareTokens tokens;
  private final PasswordProof proof;
  private final SecurityChanges changes;

  TotpService(UserPool pool, SoftwareTokens tokens, PasswordProof proof, SecurityChanges changes) {
    this.pool = pool;
    this.tokens = tokens;
    this.proof = proof;
    this.changes = changes;
  }

  TotpSecret begin(UserId id, String accessToken) {
    var user = withoutMfa(id);
    return new TotpSecret(tokens.offer(accessToken), user.email());
  }

  /** Cut short after the proof, it is done again with the next code. */
  void verify(UserId id, String accessToken, String code) {
    var user = withoutMfa(id);
    tokens.prove(accessToken, code);
    changes.announce(
        changes.attempt(user.id(), SecurityChange.MFA_ENABLED, () -> tokens.require(accessToken)));
  }

  /** Where there is no app in use, nothing is left to do. */
  void turnOff(UserId id, String accessToken, Password password) {
    var user = find(id);
    proof.prove(user.email(), password);
    if (user.mfaEnabled()) {
      changes.announce(
          changes.attempt(
              user.id(), SecurityChange.MFA_DISABLED, () -> tokens.renounce(accessToken)));
    }
  }

  private PoolUser withoutMfa(UserId id) {
    var user = find(id);
    if (user.mfaEnabled()) {
      throw new MfaException.AlreadyEnabled();
    }
    return user;
  }

  private PoolUser find(UserId id) {
    return pool.find(id).orElseThrow(PoolException.SessionEnded::new);
  }
}
