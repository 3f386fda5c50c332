package io.albumen.local.cognito.mfa;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.jsonrpc.Operation;
import java.util.List;

/** What this package offers. */
public final class MfaOperations {
  private MfaOperations() {}

  public static List<Operation<?>> of(UserPool pool) {
    return List.of(
        new AssociateSoftwareToken(pool),
        new VerifySoftwareToken(pool),
        new SetUserMFAPreference(pool),
        new AdminSetUserMFAPreference(pool));
  }
}
