package io.albumen.notification.inbox;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores items and, with each change, the count of unread ones. Every call names the user. */
interface InboxRepository {
  /** Adds the item and counts it unread; false if it is there already or the user is erased. */
  boolean add(InboxItem item);

  /**
   * Newest first.
   *
   * @param before only items older than this one
   */
  List<InboxItem> list(UserId user, @Nullable UUID before, int limit);

  /** Marks what is unread as read; an item read before keeps its time. Returns the ids found. */
  Set<UUID> markRead(UserId user, Collection<UUID> ids, Instant at);

  int unread(UserId user);
}
