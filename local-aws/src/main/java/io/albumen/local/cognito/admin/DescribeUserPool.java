package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.UserPool;
import io.albumen.local.cognito.wire.Require;
import io.albumen.local.cognito.wire.UserOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That the pool is there, and how its users are named. */
final class DescribeUserPool extends UserOperation<DescribeUserPool.Input> {

  DescribeUserPool(UserPool pool) {
    super(pool, Input.class, true);
  }

  record Input(@Nullable String userPoolId) {}

  record Pool(
      String id,
      String name,
      List<String> usernameAttributes,
      List<String> autoVerifiedAttributes,
      int estimatedNumberOfUsers,
      String mfaConfiguration) {}

  record Output(Pool userPool) {}

  @Override
  public Output run(Input input) {
    pool.checkPool(Require.text("userPoolId", input.userPoolId()));
    return new Output(
        new Pool(
            pool.settings().id(),
            "albumen",
            List.of("email"),
            List.of("email"),
            pool.users().all().size(),
            "OPTIONAL"));
  }
}
