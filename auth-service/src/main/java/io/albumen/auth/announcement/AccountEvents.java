package io.albumen.auth.announcement;

import io.albumen.auth.pool.PoolUser;
import io.albumen.common.UserId;
import java.util.UUID;

/** Facts about accounts. Returns once the bus has the fact; failing, nobody may have heard. */
public interface AccountEvents {

  /** The address is confirmed; told again, it is recognisably the same fact. */
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
}
