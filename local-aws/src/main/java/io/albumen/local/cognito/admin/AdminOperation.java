package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.Map;

/** One that changes one user and has nothing to answer. */
abstract class AdminOperation extends UserOperation<AdminInput> {

  AdminOperation(UserPool pool) {
    super(pool, AdminInput.class, true);
  }

  abstract void change(User user, AdminInput input);

  @Override
  public final Map<String, String> run(AdminInput input) {
    change(input.user(pool), input);
    return DONE;
  }
}
