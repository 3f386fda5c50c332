package io.albumen.auth.session;

import io.albumen.auth.announcement.SecurityChange;
import io.albumen.auth.discretion.AnswerTime;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.SignInResult;
import io.albumen.auth.pool.Tokens;
import io.albumen.auth.pool.UserPool;
import io.albumen.auth.security.SecurityChanges;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Begins, renews and ends sessions. */
@ApplicationScoped
class SessionService {
  private static final Logger LOG = Logger.getLogger(SessionService.class);

  private final UserPool pool;
  private final SecurityChanges changes;
  private final AnswerTime answerTime;

  SessionService(UserPool pool, SecurityChanges changes, AnswerTime answerTime) {
    this.pool = pool;
    this.changes = changes;
    this.answerTime = answerTime;
  }

  SignInResult signIn(EmailAddress email, Password password) {
    var result = answerTime.equaliseRefusals(() -> pool.signIn(email, password));
    LOG.infof("password accepted next=%s", result.getClass().getSimpleName());
    return result;
  }

  Tokens answerChallenge(EmailAddress email, String session, String code) {
    var tokens = answerTime.equaliseRefusals(() -> pool.answerChallenge(email, session, code));
    LOG.info("second factor accepted");
    return tokens;
  }

  Tokens refresh(String refreshToken) {
    return pool.refresh(refreshToken);
  }

  void signOut(String refreshToken) {
    pool.revoke(refreshToken);
    LOG.info("signed out");
  }

  void signOutEverywhere(UserId user) {
    changes.announce(
        changes.attempt(
            user, SecurityChange.SIGNED_OUT_EVERYWHERE, () -> changes.endSessions(user)));
  }
}
