package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.MfaSettings;
import io.albumen.local.cognito.wire.UserOperation;
import io.albumen.local.cognito.wire.UserView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All about one user. */
final class AdminGetUser extends UserOperation<AdminInput> {

  AdminGetUser(UserPool pool) {
    super(pool, AdminInput.class, true);
  }

  /** {@link UserView} under slightly other names, and the factors of sign-in. */
  record Output(
      String username,
      List<Attribute> userAttributes,
      Instant userCreateDate,
      Instant userLastModifiedDate,
      boolean enabled,
      String userStatus,
      @Nullable List<String> userMFASettingList,
      @Nullable String preferredMfaSetting) {}

  @Override
  public Output run(AdminInput input) {
    var user = input.user(pool);
    var view = UserView.of(user);
    var factors = MfaSettings.of(pool, user);
    return new Output(
        view.username(),
        view.attributes(),
        view.userCreateDate(),
        view.userLastModifiedDate(),
        view.enabled(),
        view.userStatus(),
        factors.enabled(),
        factors.preferred());
  }
}
