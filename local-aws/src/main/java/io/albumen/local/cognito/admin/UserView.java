package io.albumen.local.cognito.admin;

import io.albumen.local.cognito.pool.User;
import io.albumen.local.cognito.wire.Attribute;
import java.time.Instant;
import java.util.List;

/** {@code UserType}. */
record UserView(
    String username,
    List<Attribute> attributes,
    Instant userCreateDate,
    Instant userLastModifiedDate,
    boolean enabled,
    String userStatus) {

  static UserView of(User user) {
    return new UserView(
        user.sub(),
        Attribute.of(user),
        user.createdAt(),
        user.modifiedAt(),
        user.enabled(),
        user.status().name());
  }
}
