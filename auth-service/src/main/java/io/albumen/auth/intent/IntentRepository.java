package io.albumen.auth.intent;

import java.time.Instant;
import java.util.List;

/**
 * Keeps intents. Every one is due some time, so none is forgotten. One that was opened again is
 * another: only who opened it last settles or drops it.
 */
interface IntentRepository {

  /**
   * An intent whose time has come.
   *
   * @param settled it is done, and only waits to be forgotten
   * @param claims how often it was claimed before
   * @param dueAt to recognise that nobody has claimed it meanwhile
   */
  record Due(Intent intent, boolean settled, int claims, Instant dueAt) {}

  /**
   * Writes an open intent, over an earlier one of the same id.
   *
   * @return whether there was an earlier one
   */
  boolean open(Intent intent, Instant dueAt);

  /** Marks it done and keeps it until then, without its subject. */
  void settle(Intent intent, Instant until);

  /** Forgets it; absent already is fine. */
  void drop(Intent intent);

  /** Earliest first; may lag behind a concurrent write, hence {@link #claim}. */
  List<Due> due(Instant now, int limit);

  /**
   * Puts it off, for one claimant only.
   *
   * @return false when another has claimed, settled or dropped it since it was read
   */
  boolean claim(Due due, Instant until);
}
