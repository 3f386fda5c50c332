package io.albumen.photo.outbox;

import io.albumen.photo.database.Database;
import io.albumen.photo.runtime.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds, at least once: rows go only after the receiver has taken them, so a
 * crash in between sends again, under the same id.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  /** As many as SQS and EventBridge take at once. */
  private static final int BATCH = 10;

  private final OutboxRepository messages;
  private final MessageSender sender;
  private final Database database;
  private final OutboxConfig config;
  private final Clock clock;
  private final BackgroundLoop loop;

  OutboxRelay(
      OutboxRepository messages,
      MessageSender sender,
      Database database,
      OutboxConfig config,
      Clock clock) {
    this.messages = messages;
    this.sender = sender;
    this.database = database;
    this.config = config;
    this.clock = clock;
    this.loop = new BackgroundLoop("outbox-relay", config.interval(), this::drain);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }

  /** Something was just committed: send it now rather than at the next look. */
  public void nudge() {
    loop.nudge();
  }

  /** Sends until nothing is left that may go now. */
  void drain() {
    while (relay() == BATCH) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /** No transaction is open while it sends: a slow queue must not keep connections. */
  private int relay() {
    var claimed = claim();
    claimed.stream()
        .collect(Collectors.groupingBy(OutboxMessage::destination))
        .forEach(this::relay);
    return claimed.size();
  }

  private List<OutboxMessage> claim() {
    var now = clock.instant();
    return database.inTransaction(
        transaction -> messages.claim(transaction, now, now.plus(config.claim()), BATCH));
  }

  private void relay(OutboxMessage.Destination destination, List<OutboxMessage> batch) {
    try {
      sender.send(destination, batch);
    } catch (RuntimeException failure) {
      LOG.warnf(
          "messages not sent destination=%s count=%d reason=%s",
          destination, batch.size(), failure.getMessage());
      postpone(batch);
      return;
    }
    database.transact(
        transaction -> batch.forEach(message -> messages.delete(transaction, message)));
  }

  private void postpone(List<OutboxMessage> batch) {
    var now = clock.instant();
    database.transact(
        transaction ->
            batch.forEach(
                message -> messages.postpone(transaction, message, now.plus(delay(message)))));
  }

  private Duration delay(OutboxMessage message) {
    var delay = Duration.ofSeconds(1L << Math.min(message.attempts() - 1, 20));
    return delay.compareTo(config.maxDelay()) > 0 ? config.maxDelay() : delay;
  }
}
