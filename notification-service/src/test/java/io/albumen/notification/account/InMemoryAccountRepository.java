package io.albumen.notification.account;

import io.albumen.common.UserId;
import io.albumen.notification.CrashPoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

final class InMemoryAccountRepository implements AccountRepository {
  private record Kept(Contact contact, Instant asOf) {}

  private final Map<UserId, Kept> contacts = new HashMap<>();
  private final Set<UserId> erased = new HashSet<>();
  private final CrashPoint crash;

  InMemoryAccountRepository(CrashPoint crash) {
    this.crash = crash;
  }

  @Override
  public void save(Contact contact, Instant asOf) {
    crash.pass();
    if (!erased.contains(contact.user())) {
      contacts.merge(
          contact.user(),
          new Kept(contact, asOf),
          (old, more) -> more.asOf().isBefore(old.asOf()) ? old : more);
    }
    crash.pass();
  }

  @Override
  public Account find(UserId user) {
    crash.pass();
    if (erased.contains(user)) {
      return new Account.Erased();
    }
    var kept = contacts.get(user);
    return kept == null ? new Account.Unknown() : new Account.Known(kept.contact());
  }

  @Override
  public void erase(UserId user, Instant at, Instant markUntil) {
    crash.pass();
    erased.add(user);
    contacts.remove(user);
    crash.pass();
  }
}
