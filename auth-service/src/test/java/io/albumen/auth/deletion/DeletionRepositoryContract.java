package io.albumen.auth.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.announcement.Addressee;
import io.albumen.auth.deletion.Deletion.State;
import io.albumen.auth.deletion.DeletionRepository.Due;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of deletions does. */
abstract class DeletionRepositoryContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final String PHOTO = "photo-service";

  /** Keeps the tests apart where the store outlives them. */
  final UserId user = new UserId(UUID.randomUUID());

  final Receipt receipt = Receipt.random(new Ids());
  private final Deletion deletion =
      Deletion.request(user, new Addressee("ada@example.com", "Ada", "pt-BR"), receipt, NOON);

  abstract DeletionRepository deletions();

  @Test
  void givesBackWhatWasOpened() {
    deletions().open(deletion, LATER);

    assertThat(deletions().find(user)).contains(deletion);
  }

  @Test
  void findsByReceipt() {
    deletions().open(deletion, LATER);

    assertThat(deletions().find(receipt)).contains(deletion);
  }

  @Test
  void findsNothingByAnotherReceipt() {
    deletions().open(deletion, LATER);

    assertThat(deletions().find(Receipt.random(new Ids()))).isEmpty();
  }

  @Test
  void leavesTheFirstOfTwoAsItIs() {
    var second =
        Deletion.request(
            user, new Addressee("a@example.com", "A", "en"), Receipt.random(new Ids()), LATER);

    var opened = List.of(deletions().open(deletion, LATER), deletions().open(second, LATER));

    assertThat(opened).containsExactly(true, false);
    assertThat(deletions().find(user)).contains(deletion);
  }

  @Test
  void forgetsTheReceiptItselfOnceErasingBegins() {
    deletions().open(deletion, LATER);

    deletions().beginErasing(user, LATER);

    assertThat(deletions().find(receipt).orElseThrow())
        .extracting(Deletion::state, Deletion::receipt)
        .containsExactly(State.ERASING, null);
  }

  @Test
  void notesNoAnswerBeforeErasingBegins() {
    deletions().open(deletion, LATER);

    assertThat(deletions().noteErased(user, PHOTO, LATER)).isEmpty();
  }

  @Test
  void notesTheFirstAnswerOfAService() {
    erasing();
    deletions().noteErased(user, PHOTO, NOON);

    var noted = deletions().noteErased(user, PHOTO, LATER).orElseThrow();

    assertThat(noted.erased()).isEqualTo(Map.of(PHOTO, NOON));
  }

  @Test
  void notesAnswersBesideEachOther() {
    erasing();
    deletions().noteErased(user, PHOTO, NOON);

    deletions().noteErased(user, "video-service", LATER);

    assertThat(deletions().find(user).orElseThrow().erased())
        .isEqualTo(Map.of(PHOTO, NOON, "video-service", LATER));
  }

  @Test
  void notesNoAnswerOfAnAccountThatStays() {
    assertThat(deletions().noteErased(user, PHOTO, NOON)).isEmpty();
  }

  @Test
  void forgetsTheAddressOnceCompleted() {
    completed();

    assertThat(deletions().find(receipt).orElseThrow())
        .extracting(Deletion::state, Deletion::completedAt, Deletion::addressee)
        .containsExactly(State.COMPLETED, NOON, null);
  }

  @Test
  void neverGoesBack() {
    completed();

    deletions().beginErasing(user, LATER);
    deletions().noteErased(user, "video-service", LATER);

    assertThat(deletions().find(user).orElseThrow())
        .extracting(Deletion::state, Deletion::erased)
        .containsExactly(State.COMPLETED, Map.of(PHOTO, NOON));
  }

  @Test
  void isDueAtItsTime() {
    deletions().open(deletion, LATER);

    assertThat(List.of(due(LATER.minusMillis(1)), due(LATER)))
        .containsExactly(List.of(), List.of(new Due(user, LATER)));
  }

  @Test
  void isClaimedByOneOnly() {
    deletions().open(deletion, NOON);
    var seen = due(NOON).getFirst();

    var claims = List.of(deletions().claim(seen, LATER), deletions().claim(seen, LATER));

    assertThat(claims).containsExactly(Optional.of(deletion), Optional.empty());
  }

  @Test
  void isClaimedAsItIsNow() {
    deletions().open(deletion, NOON);
    deletions().beginErasing(user, NOON);

    var claimed = deletions().claim(due(NOON).getFirst(), LATER).orElseThrow();

    assertThat(claimed.state()).isEqualTo(State.ERASING);
  }

  @Test
  void isForgottenByAccountAndReceipt() {
    deletions().open(deletion, NOON);

    deletions().forget(deletion);

    assertThat(List.of(deletions().find(user), deletions().find(receipt)))
        .containsOnly(Optional.empty());
  }

  final void completed() {
    erasing();
    deletions().noteErased(user, PHOTO, NOON);
    deletions().complete(user, NOON, LATER);
  }

  private void erasing() {
    deletions().open(deletion, LATER);
    deletions().beginErasing(user, LATER);
  }

  private List<Due> due(Instant now) {
    return deletions().due(now, 1000).stream().filter(due -> due.user().equals(user)).toList();
  }
}
