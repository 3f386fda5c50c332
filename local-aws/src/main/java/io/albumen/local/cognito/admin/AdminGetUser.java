package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.UserOperation;
import java.time.Instant;
import java.util.List;

/** All about one user. */
final class AdminGetUser extends UserOperation<AdminInput> {

  AdminGetUser(UserPool pool) {
    super(pool, AdminInput.class, true);
  }

  /** Differs from {@link UserView} in the name of one member only, and so on the wire. */
  record Output(
      String username,
      List<Attribute> userAttributes,
      Instant userCreateDate,
      Instant userLastModifiedDate,
      boolean enabled,
      String userStatus) {}

  @Override
  public Output run(AdminInput input) {
    var view = UserView.of(input.user(pool));
    return new Output(
        view.username(),
        view.attributes(),
        view.userCreateDate(),
        view.userLastModifiedDate(),
        view.enabled(),
        view.userStatus());
  }
}
