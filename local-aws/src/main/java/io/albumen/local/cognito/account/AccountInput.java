package io.albumen.local.cognito.account;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Attribute;
import io.albumen.local.cognito.wire.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all operations of a signed-in user take, each some of it. */
record AccountInput(
    @Nullable String accessToken,
    @Nullable List<Attribute> userAttributes,
    @Nullable String attributeName,
    @Nullable String code,
    @Nullable String previousPassword,
    @Nullable String proposedPassword) {

  User bearer(UserPool pool) {
    return pool.bearer(Require.text("accessToken", accessToken));
  }

  @Override
  public String toString() {
    return "AccountInput[]";
  }
}
