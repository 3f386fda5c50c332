package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.jsonrpc.Operation;
import java.util.List;

/** What this package offers. */
public final class AdminOperations {
  private AdminOperations() {}

  public static List<Operation<?>> of(UserPool pool) {
    return List.of(
        new AdminGetUser(pool),
        new AdminUserGlobalSignOut(pool),
        new AdminListGroupsForUser(pool),
        new AdminAddUserToGroup(pool),
        new AdminRemoveUserFromGroup(pool),
        new AdminDisableUser(pool),
        new AdminEnableUser(pool),
        new AdminDeleteUser(pool),
        new DescribeUserPool(pool));
  }
}
