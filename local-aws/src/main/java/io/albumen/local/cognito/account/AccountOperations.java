package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.jsonrpc.Operation;
import java.util.List;

/** What this package offers. */
public final class AccountOperations {
  private AccountOperations() {}

  public static List<Operation<?>> of(UserPool pool) {
    return List.of(
        new GetUser(pool),
        new UpdateUserAttributes(pool),
        new GetUserAttributeVerificationCode(pool),
        new VerifyUserAttribute(pool),
        new ChangePassword(pool),
        new DeleteUser(pool));
  }
}
