package io.albumen.auth.session;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.Password;
import io.albumen.auth.pool.SignInResult;
import io.albumen.auth.pool.Tokens;
import io.albumen.auth.pool.UserPool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Begins, renews and ends sessions. */
@ApplicationScoped
class SessionService {
  private static final Logger LOG = Logger.getLogger(SessionService.class);

  private final UserPool pool;

  SessionService(UserPool pool) {
    this.pool = pool;
  }

  SignInResult signIn(EmailAddress email, Password password) {
    var result = pool.signIn(email, password);
    LOG.infof("password accepted next=%s", result.getClass().getSimpleName());
    return result;
  }

  Tokens refresh(String refreshToken) {
    return pool.refresh(refreshToken);
  }

  void signOut(String refreshToken) {
    pool.revoke(refreshToken);
    LOG.info("signed out");
  }
}
