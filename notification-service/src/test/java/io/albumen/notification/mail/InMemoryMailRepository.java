package io.albumen.notification.mail;

import io.albumen.common.UserId;
import io.albumen.notification.CrashPoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

final class InMemoryMailRepository implements MailRepository {
  private final Map<UUID, MailRecord> records = new HashMap<>();
  private final CrashPoint crash;
  private final Predicate<UserId> erased;

  InMemoryMailRepository(CrashPoint crash, Predicate<UserId> erased) {
    this.crash = crash;
    this.erased = erased;
  }

  @Override
  public Claim claim(MailRecord sending) {
    crash.pass();
    if (!sending.outlivesAccount() && erased.test(sending.user())) {
      return new Claim.Erased();
    }
    var earlier = records.get(sending.eventId());
    if (earlier != null && earlier.status() != MailStatus.DEFERRED) {
      return new Claim.Taken(earlier);
    }
    records.put(sending.eventId(), sending);
    crash.pass();
    return new Claim.Granted();
  }

  @Override
  public void settle(MailRecord sending, Delivery delivery, Instant at) {
    crash.pass();
    records.computeIfPresent(
        sending.eventId(),
        (_, kept) -> maySettle(kept, sending, delivery) ? with(kept, delivery.status()) : kept);
    crash.pass();
  }

  private static boolean maySettle(MailRecord kept, MailRecord sending, Delivery delivery) {
    return kept.attempt().equals(sending.attempt())
        && (!(delivery instanceof Delivery.NotTaken) || kept.status() == MailStatus.SENDING);
  }

  @Override
  public boolean doubt(MailRecord sending, Instant at) {
    crash.pass();
    var kept = records.get(sending.eventId());
    if (kept == null
        || kept.status() != MailStatus.SENDING
        || !kept.attempt().equals(sending.attempt())) {
      return false;
    }
    records.put(kept.eventId(), with(kept, MailStatus.UNKNOWN));
    crash.pass();
    return true;
  }

  @Override
  public List<MailRecord> overdue(Instant now, int limit) {
    return records.values().stream()
        .filter(kept -> kept.status() == MailStatus.SENDING && !kept.doubtAt().isAfter(now))
        .sorted(Comparator.comparing(MailRecord::doubtAt))
        .limit(limit)
        .toList();
  }

  Optional<MailStatus> statusOf(UUID eventId) {
    return Optional.ofNullable(records.get(eventId)).map(MailRecord::status);
  }

  private static MailRecord with(MailRecord kept, MailStatus status) {
    return new MailRecord(
        kept.user(),
        kept.eventId(),
        kept.kind(),
        kept.to(),
        kept.attempt(),
        status,
        kept.claimedAt(),
        kept.doubtAt(),
        kept.forgottenAt());
  }
}
