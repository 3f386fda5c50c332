package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.List;

/** Who one is. */
final class GetUser extends UserOperation<AccountInput> {

  GetUser(UserPool pool) {
    super(pool, AccountInput.class);
  }

  record Output(String username, List<Attribute> userAttributes) {}

  @Override
  public Output run(AccountInput input) {
    var user = input.bearer(pool);
    return new Output(user.sub(), Attribute.of(user));
  }
}
