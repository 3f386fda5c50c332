package io.albumen.local.cognito.mfa;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.UserOperation;

/**
 * Hands out a secret for an authenticator app; the one in use, if any, stays until it is proven.
 */
final class AssociateSoftwareToken extends UserOperation<TokenInput> {

  AssociateSoftwareToken(UserPool pool) {
    super(pool, TokenInput.class);
  }

  record Output(String secretCode) {
    @Override
    public String toString() {
      return "Output[]";
    }
  }

  @Override
  public Output run(TokenInput input) {
    return new Output(pool.softwareTokens().offer(input.bearer(pool)));
  }
}
