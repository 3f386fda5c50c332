package io.albumen.notification.inbox;

import io.albumen.common.UserId;
import io.albumen.common.paging.Cursors;
import io.albumen.notification.CrashPoint;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/** The feature on a fake store, for the tests of others. */
public final class InboxInMemory {
  public final InboxService service;

  public InboxInMemory(CrashPoint crash, Clock clock, Predicate<UserId> erased) {
    this.service =
        new InboxService(
            new InMemoryInboxRepository(crash, erased),
            new Cursors(() -> "a key that only tests know"),
            clock);
  }

  /** All that a user finds, newest first. */
  public List<Notice> noticesOf(UserId user) {
    return service.list(user, null, 200).items().stream().map(InboxItem::notice).toList();
  }
}
