package io.albumen.auth.deletion;

import static io.albumen.auth.deletion.DeletionFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.auth.Lifeline;
import io.albumen.auth.deletion.Deletion.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process dies after one of the steps of a deletion: 1 it is written, 2 access tokens are
 * revoked, 3 the account is disabled, 4 its sessions are ended, 5 access tokens are revoked again,
 * 6 the owner is told, 7 it is closed, 8 the services are told; then, for each answer, 9 to 11 it
 * is noted; 12 the account is deleted, 13 so are the traces, 14 the owner is told, 15 it is
 * completed.
 */
class DeletionCrashTest {
  private final DeletionFixture fixture = new DeletionFixture();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void endsTheAccountAfterAnyDeath(int step) {
    dieAfter(step);

    sweepAndAnswer();

    assertThat(fixture.deletion().state()).isEqualTo(State.COMPLETED);
    assertThat(fixture.directory.find(fixture.ada)).isEmpty();
    assertThat(fixture.traceless).containsExactly(fixture.ada);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void tellsTheOwnerAtStartAndEnd(int step) {
    dieAfter(step);

    sweepAndAnswer();

    assertThat(fixture.events.receipts()).containsOnlyKeys(fixture.ada);
    assertThat(fixture.events.farewells()).isNotEmpty();
  }

  /** A receipt that is told works, whichever process told it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void tellsAReceiptThatWorks(int step) {
    dieAfter(step);

    sweepAndAnswer();

    var told = new Receipt(fixture.events.receipts().getOrDefault(fixture.ada, ""));
    assertThat(fixture.service.get(told).state()).isEqualTo(State.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void neverDeletesTheAccountBeforeAllHaveAnswered(int step) {
    dieAfter(step);

    fixture.sweepLater();

    var isGone = fixture.directory.find(fixture.ada).isEmpty();
    assertThat(isGone).isEqualTo(step >= 11);
  }

  /** The steps of the sweeper begin with its claim. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void endsTheAccountEvenWhenTheSweeperDiesToo(int step) {
    dieAfter(1);
    fixture.life.dieAfter(step);
    try {
      sweepAndAnswer();
    } catch (Lifeline.Death death) {
      fixture.life.liveOn();
    }

    sweepAndAnswer();

    assertThat(fixture.deletion().state()).isEqualTo(State.COMPLETED);
  }

  /** What a worker took and did not finish comes again, as does what the sweeper asks again. */
  private void sweepAndAnswer() {
    fixture.sweepLater();
    fixture.servicesAnswer();
    fixture.sweepLater();
  }

  private void dieAfter(int step) {
    fixture.life.dieAfter(step);
    assertThatThrownBy(
            () -> {
              fixture.service.request(fixture.ada, PASSWORD);
              fixture.servicesAnswer();
            })
        .isInstanceOf(Lifeline.Death.class);
    fixture.life.liveOn();
  }
}
