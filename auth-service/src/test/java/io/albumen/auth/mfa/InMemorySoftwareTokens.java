package io.albumen.auth.mfa;

import io.albumen.auth.pool.InMemoryUserPool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Authenticator apps that always show the code of the pool in memory. */
@Alternative
@ApplicationScoped
public class InMemorySoftwareTokens implements SoftwareTokens {
  static final String SECRET = "JBSWY3DPEHPK3PXP";

  private final InMemoryUserPool pool;
  private boolean isOffered;

  public InMemorySoftwareTokens(InMemoryUserPool pool) {
    this.pool = pool;
  }

  public void clear() {
    isOffered = false;
  }

  @Override
  public String offer(String accessToken) {
    pool.reach();
    isOffered = true;
    return SECRET;
  }

  @Override
  public void prove(String accessToken, String code) {
    pool.reach();
    if (!isOffered) {
      throw new MfaException.NotBegun();
    }
    if (!code.equals(InMemoryUserPool.CODE)) {
      throw new MfaException.WrongCode();
    }
  }

  @Override
  public void require(String accessToken) {
    pool.reach();
    pool.setMfa(pool.owner(), true);
  }

  @Override
  public void renounce(String accessToken) {
    pool.reach();
    pool.setMfa(pool.owner(), false);
  }
}
