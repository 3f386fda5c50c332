package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import org.jspecify.annotations.Nullable;

/** What operations on one user take, each some of it. */
record AdminInput(
    @Nullable String userPoolId, @Nullable String username, @Nullable String groupName) {

  User user(UserPool pool) {
    pool.checkPool(Require.text("userPoolId", userPoolId));
    return pool.users().get(Require.text("username", username));
  }

  String group() {
    return Require.text("groupName", groupName);
  }
}
