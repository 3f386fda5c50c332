package io.albumen.video.account;

import io.albumen.common.UserId;
import io.albumen.common.security.AccountStandings;
import io.albumen.common.security.Standing;
import java.time.Instant;
import java.util.List;

/** Remembers who is suspended or gone, by id and time alone; everybody else is in good standing. */
public interface AccountRepository extends AccountStandings {
  /**
   * Suspends somebody or ends that, unless a later change is known or they are gone.
   *
   * @param standing not {@code CLOSED}
   * @return whether it is what holds now
   */
  boolean judge(UserId user, Standing standing, Instant asOf);

  /**
   * Closes the account for good and notes that what it left is to be erased.
   *
   * @param dueAt when somebody else has to see to that
   */
  void close(UserId user, Instant at, Instant dueAt);

  /** What a closed account left cannot all go before then. */
  void postpone(UserId user, Instant dueAt);

  /** Nothing of a closed account is left; the mark stays. */
  void settle(UserId user);

  /** Closed accounts whose time has come, the longest waiting first; may lag behind writes. */
  List<UserId> findDue(Instant now, int limit);
}
