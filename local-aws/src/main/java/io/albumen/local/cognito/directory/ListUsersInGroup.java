package io.albumen.local.cognito.directory;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import io.albumen.local.cognito.wire.UserView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users of a group, a page at a time. */
final class ListUsersInGroup extends UserOperation<ListUsersInGroup.Input> {

  ListUsersInGroup(UserPool pool) {
    super(pool, Input.class, true);
  }

  record Input(
      @Nullable String userPoolId,
      @Nullable String groupName,
      @Nullable Integer limit,
      @Nullable String nextToken) {}

  record Output(List<UserView> users, @Nullable String nextToken) {}

  @Override
  public Output run(Input input) {
    pool.checkPool(Require.text("userPoolId", input.userPoolId()));
    var group = Require.text("groupName", input.groupName());
    pool.checkGroup(group);
    var members = pool.users().all().stream().filter(user -> user.groups().contains(group));
    var page = UserPage.of(members, input.limit(), input.nextToken());
    return new Output(page.users().stream().map(UserView::of).toList(), page.next());
  }
}
