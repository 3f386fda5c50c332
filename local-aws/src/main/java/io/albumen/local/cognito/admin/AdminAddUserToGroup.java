package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;

/** Puts a user into a group; once is enough. */
final class AdminAddUserToGroup extends AdminOperation {

  AdminAddUserToGroup(UserPool pool) {
    super(pool);
  }

  @Override
  void change(User user, AdminInput input) {
    pool.addToGroup(user, input.group());
  }
}
