package io.albumen.auth.administration;

import io.albumen.auth.directory.DirectoryUser;
import io.albumen.auth.directory.Role;
import java.util.Set;

/**
 * An account with what the pool does not list.
 *
 * @param closed its owner is deleting it; not to be confused with a suspension
 */
record ManagedAccount(DirectoryUser user, Set<Role> roles, boolean closed) {
  ManagedAccount {
    roles = Set.copyOf(roles);
  }

  boolean isSuspended() {
    return !user.enabled() && !closed;
  }
}
