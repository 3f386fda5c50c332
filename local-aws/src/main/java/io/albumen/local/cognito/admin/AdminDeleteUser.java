package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;

/** Deletes a user. */
final class AdminDeleteUser extends AdminOperation {

  AdminDeleteUser(UserPool pool) {
    super(pool);
  }

  @Override
  void change(User user, AdminInput input) {
    pool.delete(user);
  }
}
