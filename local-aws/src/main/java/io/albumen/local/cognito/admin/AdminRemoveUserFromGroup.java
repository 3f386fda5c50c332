package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;

/** Takes a user out of a group. */
final class AdminRemoveUserFromGroup extends AdminOperation {

  AdminRemoveUserFromGroup(UserPool pool) {
    super(pool);
  }

  @Override
  void change(User user, AdminInput input) {
    pool.removeFromGroup(user, input.group());
  }
}
