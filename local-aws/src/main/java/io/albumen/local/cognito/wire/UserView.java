package io.albumen.local.cognito.wire;

import io.albumen.local.cognito.pool.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code UserType}. */
public record UserView(
    String username,
    List<Attribute> attributes,
    Instant userCreateDate,
    Instant userLastModifiedDate,
    boolean enabled,
    String userStatus) {

  public static UserView of(User user) {
    return of(user, null);
  }

  /**
   * Not all there is to tell.
   *
   * @param wanted names of attributes; null for all
   */
  public static UserView of(User user, @Nullable List<String> wanted) {
    return new UserView(
        user.sub(),
        Attribute.of(user).stream()
            .filter(attribute -> wanted == null || wanted.contains(attribute.name()))
            .toList(),
        user.createdAt(),
        user.modifiedAt(),
        user.enabled(),
        user.status().name());
  }
}
