package io.albumen.notification.inbox;

import io.albumen.notification.CrashPoint;

class InMemoryInboxRepositoryTest extends InboxRepositoryContract {
  private final InboxRepository items = new InMemoryInboxRepository(new CrashPoint(), _ -> false);

  @Override
  InboxRepository items() {
    return items;
  }
}
