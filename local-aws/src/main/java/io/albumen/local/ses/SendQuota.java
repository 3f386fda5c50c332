package io.albumen.local.ses;

import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.time.Clock;
import java.time.Duration;

/** Recipients of the last 24 hours, counted by the hour. */
final class SendQuota {
  static final int MAX_PER_DAY = 50_000;
  static final int MAX_PER_SECOND = 14;
  private static final long HOURS = 24;

  private final DurableStore store;
  private final Table<Integer> sent;
  private final Clock clock;

  SendQuota(DurableStore store, Clock clock) {
    this.store = store;
    this.sent = store.table("sent", Integer.class);
    this.clock = clock;
  }

  void use(int recipients) {
    store.change(
        () -> {
          forgetOld();
          if (lastDay() + recipients > MAX_PER_DAY) {
            throw new AwsFailure("Throttling", "Daily message quota exceeded.");
          }
          var hour = key(hour());
          sent.put(hour, sent.find(hour).orElse(0) + recipients);
        });
  }

  int lastDay() {
    var oldest = key(hour() - HOURS);
    return sent.all().stream()
        .filter(row -> row.key().compareTo(oldest) > 0)
        .mapToInt(Table.Row::value)
        .sum();
  }

  private void forgetOld() {
    var oldest = key(hour() - HOURS);
    sent.all().stream()
        .filter(row -> row.key().compareTo(oldest) <= 0)
        .forEach(row -> sent.remove(row.key()));
  }

  private long hour() {
    return clock.millis() / Duration.ofHours(1).toMillis();
  }

  private static String key(long hour) {
    return "%010d".formatted(hour);
  }
}
