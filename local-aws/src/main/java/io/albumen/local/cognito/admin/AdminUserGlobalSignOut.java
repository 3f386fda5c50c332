package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;

/** Ends every sign-in of a user. */
final class AdminUserGlobalSignOut extends AdminOperation {

  AdminUserGlobalSignOut(UserPool pool) {
    super(pool);
  }

  @Override
  void change(User user, AdminInput input) {
    pool.signOutEverywhere(user);
  }
}
