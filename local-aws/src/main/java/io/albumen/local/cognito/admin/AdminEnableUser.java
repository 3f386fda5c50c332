package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;

/** Lets a user in again. */
final class AdminEnableUser extends AdminOperation {

  AdminEnableUser(UserPool pool) {
    super(pool);
  }

  @Override
  void change(User user, AdminInput input) {
    pool.setEnabled(user, true);
  }
}
