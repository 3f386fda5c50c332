package io.albumen.auth.directory;

import io.albumen.common.UserId;
import java.time.Instant;

/**
 * An account as its keepers see it.
 *
 * @param email as the pool has it, which may be older than what is allowed today
 * @param enabled whether it may sign in
 */
public record DirectoryUser(
    UserId id,
    String email,
    String displayName,
    AccountStatus status,
    boolean enabled,
    Instant createdAt) {

  /** Names and addresses never reach a log by way of a value's text. */
  @Override
  public String toString() {
    return "DirectoryUser[" + id + "]";
  }
}
