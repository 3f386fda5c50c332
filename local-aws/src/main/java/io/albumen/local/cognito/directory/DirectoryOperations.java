package io.albumen.local.cognito.directory;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.jsonrpc.Operation;
import java.util.List;

/** What this package offers. */
public final class DirectoryOperations {
  private DirectoryOperations() {}

  public static List<Operation<?>> of(UserPool pool) {
    return List.of(new ListUsers(pool), new ListUsersInGroup(pool));
  }
}
