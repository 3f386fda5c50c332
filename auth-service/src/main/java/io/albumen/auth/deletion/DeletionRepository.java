package io.albumen.auth.deletion;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps deletions. Every one is due some time, so none is forgotten. */
interface DeletionRepository {

  /**
   * A deletion whose time has come.
   *
   * @param dueAt to recognise that nobody has claimed it meanwhile
   */
  record Due(UserId user, Instant dueAt) {}

  /**
   * @return false when there is one of this account already, which stays as it is
   */
  boolean open(Deletion deletion, Instant dueAt);

  Optional<Deletion> find(UserId user);

  Optional<Deletion> find(Receipt receipt);

  /** From REQUESTED to ERASING, without the receipt itself; does nothing in any other state. */
  void beginErasing(UserId user, Instant dueAt);

  /**
   * Notes that a service holds nothing any more; its first answer counts.
   *
   * @return the deletion with the answer; empty unless it is ERASING
   */
  Optional<Deletion> noteErased(UserId user, String service, Instant at);

  /** From ERASING to COMPLETED, without the address; does nothing in any other state. */
  void complete(UserId user, Instant at, Instant forgetAt);

  /** Absent already is fine. */
  void forget(Deletion deletion);

  /** Earliest first; may lag behind a concurrent write, hence {@link #claim}. */
  List<Due> due(Instant now, int limit);

  /**
   * Puts it off, for one claimant only.
   *
   * @return it as it is now; empty when another has claimed or changed it since
   */
  Optional<Deletion> claim(Due due, Instant until);
}
