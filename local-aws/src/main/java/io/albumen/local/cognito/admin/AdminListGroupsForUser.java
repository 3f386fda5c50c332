package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.List;

/** The groups a user is in. */
final class AdminListGroupsForUser extends UserOperation<AdminInput> {

  AdminListGroupsForUser(UserPool pool) {
    super(pool, AdminInput.class, true);
  }

  record Group(String groupName, String userPoolId) {}

  record Output(List<Group> groups) {}

  @Override
  public Output run(AdminInput input) {
    return new Output(
        input.user(pool).groups().stream()
            .map(group -> new Group(group, pool.settings().id()))
            .toList());
  }
}
