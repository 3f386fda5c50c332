package io.albumen.auth.pool;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Has a person who is signed in prove by the password that it is they who ask. */
@ApplicationScoped
public class PasswordProof {
  private final UserPool pool;

  PasswordProof(UserPool pool) {
    this.pool = pool;
  }

  /** No 401, as the session is as good as before. */
  public static final class WrongPassword extends DomainException {
    WrongPassword() {
      super(
          ErrorKind.FORBIDDEN,
          "wrong-password",
          "The password is wrong. After many tries, wait a few minutes.",
          List.of(new FieldError("password", "is wrong")));
    }
  }

  /**
   * The session that the proof may begin is ended at once, and nobody has had its tokens.
   *
   * @throws WrongPassword also for an account that is gone, or locked for a while
   */
  public void prove(EmailAddress email, Password password) {
    try {
      switch (pool.signIn(email, password)) {
        case SignInResult.SignedIn(Tokens tokens) -> end(tokens);
        case SignInResult.Challenged _ -> {} // only the right password leads there
      }
    } catch (PoolException.BadCredentials e) {
      throw new WrongPassword();
    }
  }

  private void end(Tokens tokens) {
    var refreshToken = tokens.refreshToken();
    if (refreshToken != null) {
      pool.revoke(refreshToken);
    }
  }
}
