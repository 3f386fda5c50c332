package io.albumen.auth.password;

import io.albumen.auth.announcement.SecurityChange;
import io.albumen.auth.directory.UserDirectory;
import io.albumen.auth.discretion.AnswerTime;
import io.albumen.auth.intent.Intent;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.PoolException;
import io.albumen.auth.pool.PoolUser;
import io.albumen.auth.pool.SignInResult;
import io.albumen.auth.pool.SignInResult.Challenged;
import io.albumen.auth.pool.SignInResult.SignedIn;
import io.albumen.auth.pool.UserPool;
import io.albumen.auth.security.SecurityChanges;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;

/** New passwords, without ever telling who has an account. Each ends every session there was. */
@ApplicationScoped
class PasswordService {
  private static final String FIELD = "newPassword";

  private final UserPool pool;
  private final UserDirectory directory;
  private final Passwords passwords;
  private final PasswordPolicy policy;
  private final SecurityChanges changes;
  private final AnswerTime answerTime;

  PasswordService(
      UserPool pool,
      UserDirectory directory,
      Passwords passwords,
      PasswordPolicy policy,
      SecurityChanges changes,
      AnswerTime answerTime) {
    this.pool = pool;
    this.directory = directory;
    this.passwords = passwords;
    this.policy = policy;
    this.changes = changes;
    this.answerTime = answerTime;
  }

  /** An account that still waits to be confirmed gets the code for that instead. */
  void forgot(EmailAddress email) {
    answerTime.equalise(
        () -> {
          if (pool.find(email).map(PoolUser::confirmed).orElse(true)) {
            passwords.mailCode(email);
          } else {
            pool.resendCode(email);
          }
        });
  }

  /** The pool leaves sessions alive, so they are ended here, or by the sweeper. */
  void reset(EmailAddress email, String code, Password wanted) {
    policy.check(wanted, FIELD);
    answerTime.equalise(
        () ->
            pool.find(email)
                .ifPresentOrElse(
                    user -> reset(user, code, wanted), () -> passwords.reset(email, code, wanted)));
  }

  private void reset(PoolUser user, String code, Password wanted) {
    changes.complete(
        changes.attempt(
            user.id(),
            SecurityChange.PASSWORD_RESET,
            () -> passwords.reset(user.email(), code, wanted)));
  }

  /**
   * Leaves its owner with one fresh session, or on the way to one where a second factor is due.
   *
   * @param accessToken the caller's own, which ends with all others
   */
  SignInResult change(UserId user, String accessToken, Password old, Password wanted) {
    policy.check(wanted, FIELD);
    var email = pool.find(user).orElseThrow(PoolException.SessionEnded::new).email();
    var intent =
        changes.attempt(
            user,
            SecurityChange.PASSWORD_CHANGED,
            () -> passwords.change(accessToken, old, wanted));
    try {
      directory.signOut(user);
      var result = pool.signIn(email, wanted);
      end(intent, result);
      return result;
    } catch (PoolException e) { // the password is changed; to say otherwise would mislead
      changes.complete(intent);
      throw new PoolException.SessionEnded();
    }
  }

  private void end(Intent intent, SignInResult result) {
    switch (result) {
      case SignedIn(var tokens) -> changes.completeSparing(intent, tokens.issuedAt());
      case Challenged _ -> changes.completeSignedOut(intent); // to sign out now ends the challenge
    }
  }
}
