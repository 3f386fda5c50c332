package io.albumen.auth.password;

import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.InMemoryUserPool;
import io.albumen.auth.pool.Password;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The passwords of the pool in memory, which go by its code. */
@Alternative
@ApplicationScoped
public class InMemoryPasswords implements Passwords {
  private final InMemoryUserPool pool;

  public InMemoryPasswords(InMemoryUserPool pool) {
    this.pool = pool;
  }

  @Override
  public void mailCode(EmailAddress email) {
    pool.reach();
    if (pool.canReset(email)) {
      pool.mail(email);
    }
  }

  @Override
  public void reset(EmailAddress email, String code, Password wanted) {
    pool.reach();
    if (!pool.canReset(email) || !code.equals(InMemoryUserPool.CODE)) {
      throw new PasswordException.CodeRefused();
    }
    pool.setPassword(email, wanted);
  }

  @Override
  public void change(String accessToken, Password old, Password wanted) {
    pool.reach();
    if (!pool.hasPassword(pool.owner(), old)) {
      throw new PasswordException.WrongPassword();
    }
    pool.setPassword(pool.owner(), wanted);
  }
}
