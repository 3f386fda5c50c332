package io.albumen.notification.inbox;

import io.albumen.common.UserId;
import io.albumen.common.paging.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Files notices and lists them to their user. */
@ApplicationScoped
public class InboxService {
  private static final Logger LOG = Logger.getLogger(InboxService.class);
  private static final String LISTING = "notifications";
  private final InboxRepository items;
  private final Cursors cursors;
  private final Clock clock;

  InboxService(InboxRepository items, Cursors cursors, Clock clock) {
    this.items = items;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** A page, and how many items are unread in all. */
  record Listing(List<InboxItem> items, @Nullable String nextCursor, int unread) {}

  /** Files one item per event, however often the event comes. */
  public void file(UUID eventId, Instant occurredAt, UserId user, Notice notice) {
    var id = InboxItem.idFor(eventId, occurredAt);
    if (items.add(new InboxItem(id, user, notice, occurredAt, null))) {
      LOG.infof(
          "notification filed user=%s type=%s item=%s",
          user, notice.getClass().getSimpleName(), id);
    }
  }

  Listing list(UserId user, @Nullable String cursor, int limit) {
    var before = cursor == null ? null : UUID.fromString(cursors.decode(user, LISTING, cursor));
    var found = items.list(user, before, limit + 1);
    var unread = items.unread(user);
    if (found.size() <= limit) {
      return new Listing(found, null, unread);
    }
    var page = found.subList(0, limit);
    return new Listing(page, cursors.encode(user, LISTING, page.getLast().id().toString()), unread);
  }

  /** Returns the ids that are the user's; the others are unknown to them. */
  Set<UUID> markRead(UserId user, List<UUID> ids) {
    return items.markRead(user, new LinkedHashSet<>(ids), clock.instant());
  }
}
