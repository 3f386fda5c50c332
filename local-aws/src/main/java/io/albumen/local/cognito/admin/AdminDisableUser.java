package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;

/** Keeps a user out, and ends what sign-ins there are. */
final class AdminDisableUser extends AdminOperation {

  AdminDisableUser(UserPool pool) {
    super(pool);
  }

  @Override
  void change(User user, AdminInput input) {
    pool.setEnabled(user, false);
  }
}
