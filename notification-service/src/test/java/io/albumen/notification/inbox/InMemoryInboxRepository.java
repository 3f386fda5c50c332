package io.albumen.notification.inbox;

import io.albumen.common.UserId;
import io.albumen.notification.CrashPoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class InMemoryInboxRepository implements InboxRepository {
  private final Map<UserId, Map<UUID, InboxItem>> items = new HashMap<>();
  private final CrashPoint crash;
  private final Predicate<UserId> erased;

  InMemoryInboxRepository(CrashPoint crash, Predicate<UserId> erased) {
    this.crash = crash;
    this.erased = erased;
  }

  private Map<UUID, InboxItem> of(UserId user) {
    return items.computeIfAbsent(user, _ -> new HashMap<>());
  }

  @Override
  public boolean add(InboxItem item) {
    crash.pass();
    var added = !erased.test(item.user()) && of(item.user()).putIfAbsent(item.id(), item) == null;
    crash.pass();
    return added;
  }

  @Override
  public List<InboxItem> list(UserId user, @Nullable UUID before, int limit) {
    return of(user).values().stream()
        .sorted(Comparator.comparing((InboxItem item) -> item.id().toString()).reversed())
        .filter(item -> before == null || item.id().toString().compareTo(before.toString()) < 0)
        .limit(limit)
        .toList();
  }

  @Override
  public Set<UUID> markRead(UserId user, Collection<UUID> ids, Instant at) {
    var found = new HashSet<>(ids);
    found.retainAll(of(user).keySet());
    found.forEach(id -> of(user).computeIfPresent(id, (_, item) -> read(item, at)));
    return Set.copyOf(found);
  }

  private static InboxItem read(InboxItem item, Instant at) {
    return item.readAt() != null
        ? item
        : new InboxItem(item.id(), item.user(), item.notice(), item.createdAt(), at);
  }

  @Override
  public int unread(UserId user) {
    return (int) of(user).values().stream().filter(item -> item.readAt() == null).count();
  }
}
