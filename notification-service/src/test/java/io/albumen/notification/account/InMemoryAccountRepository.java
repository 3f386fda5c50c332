package io.albumen.notification.account;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import io.albumen.notification.CrashPoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

final class InMemoryAccountRepository implements AccountRepository {
  private record Kept(Contact contact, Instant asOf) {}

  private record Judged(Standing standing, Instant asOf) {}

  private final Map<UserId, Kept> contacts = new HashMap<>();
  private final Map<UserId, Judged> standings = new HashMap<>();
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
  public boolean judge(UserId user, Standing standing, Instant asOf) {
    crash.pass();
    var known = standings.get(user);
    if (erased.contains(user) || (known != null && known.asOf().isAfter(asOf))) {
      return false;
    }
    standings.put(user, new Judged(standing, asOf));
    crash.pass();
    return true;
  }

  @Override
  public Account find(UserId user) {
    crash.pass();
    if (erased.contains(user)) {
      return new Account.Erased();
    }
    var kept = contacts.get(user);
    var judged = standings.get(user);
    var standing = judged == null ? Standing.GOOD : judged.standing();
    return kept == null
        ? new Account.Unknown(standing)
        : new Account.Known(kept.contact(), standing);
  }

  @Override
  public void erase(UserId user, Instant at, Instant markUntil) {
    crash.pass();
    erased.add(user);
    contacts.remove(user);
    standings.remove(user);
    crash.pass();
  }
}
