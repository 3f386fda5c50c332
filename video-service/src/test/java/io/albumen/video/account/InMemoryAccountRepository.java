package io.albumen.video.account;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class InMemoryAccountRepository implements AccountRepository {
  private record Judged(Standing standing, Instant asOf) {}

  private final Map<UserId, Judged> judged = new HashMap<>();
  private final Set<UserId> closed = new HashSet<>();
  private final Map<UserId, Instant> due = new HashMap<>();

  @Override
  public synchronized Standing standing(UserId user) {
    if (closed.contains(user)) {
      return Standing.CLOSED;
    }
    var known = judged.get(user);
    return known == null ? Standing.GOOD : known.standing();
  }

  @Override
  public synchronized boolean judge(UserId user, Standing standing, Instant asOf) {
    var known = judged.get(user);
    if (closed.contains(user) || (known != null && known.asOf().isAfter(asOf))) {
      return false;
    }
    judged.put(user, new Judged(standing, asOf));
    return true;
  }

  @Override
  public synchronized void close(UserId user, Instant at, Instant dueAt) {
    judged.remove(user);
    closed.add(user);
    due.put(user, dueAt);
  }

  @Override
  public synchronized void postpone(UserId user, Instant dueAt) {
    due.put(user, dueAt);
  }

  @Override
  public synchronized void settle(UserId user) {
    due.remove(user);
  }

  @Override
  public synchronized List<UserId> findDue(Instant now, int limit) {
    return due.entrySet().stream()
        .filter(entry -> !entry.getValue().isAfter(now))
        .sorted(Comparator.comparing(Map.Entry::getValue))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
