package io.albumen.local.cognito.directory;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import io.albumen.local.cognito.wire.UserView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All users, a page at a time, or those that a filter finds. */
final class ListUsers extends UserOperation<ListUsers.Input> {

  ListUsers(UserPool pool) {
    super(pool, Input.class, true);
  }

  record Input(
      @Nullable String userPoolId,
      @Nullable Integer limit,
      @Nullable String paginationToken,
      @Nullable String filter,
      @Nullable List<String> attributesToGet) {}

  record Output(List<UserView> users, @Nullable String paginationToken) {}

  @Override
  public Output run(Input input) {
    pool.checkPool(Require.text("userPoolId", input.userPoolId()));
    var found = pool.users().all().stream().filter(UserFilter.parse(input.filter()));
    var page = UserPage.of(found, input.limit(), input.paginationToken());
    return new Output(
        page.users().stream().map(user -> UserView.of(user, input.attributesToGet())).toList(),
        page.next());
  }
}
