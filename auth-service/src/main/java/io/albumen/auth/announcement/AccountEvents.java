package io.albumen.auth.announcement;

import io.albumen.auth.pool.PoolUser;
import io.albumen.common.UserId;
import java.util.UUID;

/**
 * Facts about accounts. Returns once the bus has the fact; failing, nobody may have heard. Told
 * again, a fact is recognisably the same.
 */
public interface AccountEvents {

  /** The address is confirmed. */
  void verified(PoolUser user);

  /**
   * @param change names the change: told again under the same id, it is the same fact
   */
  void profileChanged(UUID change, PoolUser user);

  /**
   * Its owner should hear of it.
   *
   * @param id names the change: told again under the same id, it is the same fact
   */
  void securityChanged(UUID id, UserId user, SecurityChange change);

  /**
   * A person asked for the end of their account; they get a mail.
   *
   * @param receipt with which they may ask, signed out, how far it is
   */
  void deletionRequested(UserId user, Addressee addressee, String receipt);

  /** Whoever holds anything of the account shall erase it and say so. */
  void deleted(UserId user);

  /** Nothing is left of the account; its former owner gets a mail. */
  void deletionCompleted(UserId user, Addressee addressee);

  void suspensionChanged(Suspension suspension);
}
