package io.albumen.notification.account;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import java.time.Instant;

/**
 * Stores contacts. A user once erased stays so while the mark lives: no event can bring one back.
 */
interface AccountRepository {
  /** Keeps the copy unless a later one is there or the user is erased. */
  void save(Contact contact, Instant asOf);

  /**
   * Keeps the standing unless a later one is there or the user is erased.
   *
   * @return whether it is what holds now
   */
  boolean judge(UserId user, Standing standing, Instant asOf);

  Account find(UserId user);

  /**
   * Marks the user, then removes all that is stored for them. Repeated, it does the same again, but
   * keeps the time of the first.
   */
  void erase(UserId user, Instant at, Instant markUntil);
}
