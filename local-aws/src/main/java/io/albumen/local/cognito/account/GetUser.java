package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.MfaSettings;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who one is. */
final class GetUser extends UserOperation<AccountInput> {

  GetUser(UserPool pool) {
    super(pool, AccountInput.class);
  }

  record Output(
      String username,
      List<Attribute> userAttributes,
      @Nullable List<String> userMFASettingList,
      @Nullable String preferredMfaSetting) {}

  @Override
  public Output run(AccountInput input) {
    var user = input.bearer(pool);
    var factors = MfaSettings.of(pool, user);
    return new Output(user.sub(), Attribute.of(user), factors.enabled(), factors.preferred());
  }
}
