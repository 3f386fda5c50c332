package io.albumen.photo.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.outbox.OutboxMessage.Destination;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In a time to come, so that the application's own relay leaves these messages alone. */
@QuarkusTest
@Stack
class OutboxRelayTest {
  private static final Instant NOON = Instant.parse("2126-03-28T12:00:00Z");

  @Inject OutboxRepository messages;
  @Inject Database database;
  @Inject OutboxConfig config;

  private final UserId ada = new UserId(UUID.randomUUID());
  private final List<UUID> sent = new ArrayList<>();

  @Test
  void forgetsWhatWasSent() {
    var message = append(NOON);

    relay(NOON, this::remember).drain();

    assertThat(sent).containsExactly(message);
    assertThat(left()).isZero();
  }

  @Test
  void sendsTheOldestFirst() {
    var second = append(NOON.minusSeconds(1));
    var first = append(NOON.minusSeconds(2));

    relay(NOON, this::remember).drain();

    assertThat(sent).containsExactly(first, second);
  }

  @Test
  void holdsNoRowWhileTheQueueIsSlow() {
    append(NOON);

    relay(NOON, (_, batch) -> lockAll()).drain();

    assertThat(left()).isZero();
  }

  @Test
  void leavesToAnotherRelayNothingThatIsBeingSent() {
    append(NOON);
    var other = relay(NOON, this::remember);

    relay(NOON, (_, batch) -> other.drain()).drain();

    assertThat(sent).isEmpty();
  }

  @Test
  void sendsAgainWhatADeadRelayHadClaimed() {
    var message = append(NOON);
    var dying =
        relay(
            NOON,
            (_, _) -> {
              throw new Killed();
            });
    assertThatThrownBy(dying::drain).isInstanceOf(Killed.class);

    relay(NOON.plus(config.claim()).minusMillis(1), this::remember).drain();
    assertThat(sent).isEmpty();
    relay(NOON.plus(config.claim()), this::remember).drain();

    assertThat(sent).containsExactly(message);
    assertThat(left()).isZero();
  }

  @Test
  void triesAgainLaterAndLaterWhatWasNotTaken() {
    append(NOON);
    MessageSender refusing =
        (_, batch) -> {
          remember(Destination.EVENT_BUS, batch);
          throw new IllegalStateException("refused");
        };

    relay(NOON, refusing).drain();
    relay(NOON.plusMillis(999), refusing).drain();
    assertThat(sent).hasSize(1);
    relay(NOON.plusSeconds(1), refusing).drain();
    relay(NOON.plusSeconds(2), refusing).drain();
    assertThat(sent).hasSize(2);
    relay(NOON.plusSeconds(3), this::remember).drain();

    assertThat(sent).hasSize(3);
    assertThat(left()).isZero();
  }

  @Test
  void keepsOneOfTwoWithTheSameId() {
    var id = append(NOON);
    var again = new OutboxMessage(id, ada, Destination.EVENT_BUS, "Tested", "{}", NOON, 0);

    database.transact(transaction -> messages.insert(transaction, again));

    assertThat(left()).isEqualTo(1);
  }

  /** Not a failure that anything could handle. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private OutboxRelay relay(Instant now, MessageSender sender) {
    return new OutboxRelay(messages, sender, database, config, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void remember(Destination destination, List<OutboxMessage> batch) {
    batch.stream()
        .filter(message -> message.owner().equals(ada))
        .map(OutboxMessage::id)
        .forEach(sent::add);
  }

  /** Fails at once, rather than waits, if anybody holds a row. */
  private void lockAll() {
    database.transact(
        transaction ->
            transaction.query(
                "select id from outbox where owner_id = ? for update nowait",
                row -> row.uuid("id"),
                ada.value()));
  }

  private UUID append(Instant at) {
    var id = UUID.randomUUID();
    var message = new OutboxMessage(id, ada, Destination.EVENT_BUS, "Tested", "{}", at, 0);
    database.transact(transaction -> messages.insert(transaction, message));
    return id;
  }

  private int left() {
    return database.inTransaction(
        transaction ->
            transaction
                .query(
                    "select id from outbox where owner_id = ?", row -> row.uuid("id"), ada.value())
                .size());
  }
}
