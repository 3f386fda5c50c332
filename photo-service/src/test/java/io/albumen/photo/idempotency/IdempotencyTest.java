package io.albumen.photo.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.photo.database.Database;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stack
class IdempotencyTest {
  @Inject Idempotency idempotency;
  @Inject IdempotencySweeper sweeper;
  @Inject Database database;

  private final Photographer ada = Photographer.stranger();
  private final Photographer bob = Photographer.stranger();
  private final AtomicInteger done = new AtomicInteger();

  record Order(String what) {}

  record Receipt(int number) {}

  @Test
  void givesTheFirstAnswerAgain() {
    assertThat(order("key", "bread").number()).isEqualTo(1);
    assertThat(order("key", "bread").number()).isEqualTo(1);
    assertThat(order("another", "bread").number()).isEqualTo(2);
    assertThat(order(null, "bread").number()).isEqualTo(3);
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    order("key", "bread");

    assertThatThrownBy(() -> order("key", "butter"))
        .isInstanceOf(IdempotencyException.Reused.class);
    assertThatThrownBy(() -> order("\n", "bread")).isInstanceOf(IdempotencyException.BadKey.class);
  }

  @Test
  void worksOnceHoweverManyComeAtOnce() {
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i -> {
              try {
                assertThat(order("key", "bread").number()).isEqualTo(1);
              } catch (IdempotencyException.InUse e) {
                assertThat(e.retryAfter()).isPresent();
              }
            });

    assertThat(done).hasValue(1);
  }

  @Test
  void letsTryAgainWhatWasRefused() {
    assertThatThrownBy(
            () ->
                answer(
                    "bread",
                    () -> {
                      throw new IllegalStateException("no flour");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(order("key", "bread").number()).isEqualTo(1);
  }

  @Test
  void forgetsAfterADay() {
    order("key", "bread");
    grow("25 hours");

    sweeper.sweep();

    assertThat(order("key", "butter").number()).isEqualTo(2);
  }

  @Test
  void removesAnswersOfThoseWhoNeverComeBack() {
    order("old", "bread");
    grow("25 hours");
    order("young", "bread");
    database.transact(
        transaction ->
            transaction.update(
                "insert into idempotency_keys (owner_id, key, request_hash, claimed_at)"
                    + " values (?, 'old', '', now() - interval '25 hours')",
                bob.id().value()));

    sweeper.sweep();

    assertThat(keysOf(ada)).containsExactly("young");
    assertThat(keysOf(bob)).isEmpty();
    assertThat(order("young", "bread").number()).isEqualTo(2);
  }

  private void grow(String age) {
    database.transact(
        transaction ->
            transaction.update(
                "update idempotency_keys set claimed_at = now() - ?::interval where owner_id = ?",
                age,
                ada.id().value()));
  }

  private List<String> keysOf(Photographer person) {
    return database.inTransaction(
        transaction ->
            transaction.query(
                "select key from idempotency_keys where owner_id = ?",
                row -> row.text("key"),
                person.id().value()));
  }

  private Receipt order(@Nullable String key, String what) {
    return idempotency.answer(
        ada.id(),
        key,
        new Idempotency.Request<>("order", new Order(what), Receipt.class),
        () -> new Receipt(done.incrementAndGet()));
  }

  private Receipt answer(String what, Supplier<Receipt> work) {
    return idempotency.answer(
        ada.id(), "key", new Idempotency.Request<>("order", new Order(what), Receipt.class), work);
  }
}
