package io.albumen.auth.administration;

import io.albumen.auth.directory.Role;
import io.albumen.common.UserId;
import java.util.Set;

/** Who asks, with the roles that their token names. */
record Actor(UserId id, Set<Role> roles) {
  Actor {
    roles = Set.copyOf(roles);
  }

  boolean isAdmin() {
    return roles.contains(Role.ADMIN);
  }
}
