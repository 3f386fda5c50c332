package io.albumen.video.film;

import static io.albumen.video.film.Films.LEASE;
import static io.albumen.video.film.Films.NOON;
import static io.albumen.video.film.Films.film;
import static io.albumen.video.film.Films.lease;
import static io.albumen.video.film.Films.queued;
import static io.albumen.video.film.Films.ready;
import static io.albumen.video.film.Films.rendering;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoTest {
  private static final Failure FAILURE = new Failure("source-missing", "gone");

  @Test
  void isDueSoonAfterItWasAskedForSoThatACrashBeforeTheQueueIsSeen() {
    assertThat(queued(1).dueAt()).isEqualTo(NOON.plus(Video.PATIENCE));
  }

  @Test
  void liveLeaseKeepsOtherRenderersOut() {
    assertThat(rendering(1).leased(lease(2), NOON)).isEmpty();
  }

  @Test
  void deadLeaseGoesToTheNextAndLeavesItsObjectsToBeRemoved() {
    var taken = rendering(1).leased(lease(2), NOON.plus(LEASE)).orElseThrow();

    assertThat(taken.staleKeys()).containsExactly("key-1");
    assertThat(taken.attempts()).isEqualTo(2);
  }

  @Test
  void formerHolderCanDoNothing() {
    var taken = rendering(1).leased(lease(2), NOON.plus(LEASE)).orElseThrow();

    var token = lease(1).token();
    assertThat(taken.progressed(token, 50, NOON)).isEmpty();
    assertThat(taken.completed(token, film("key-1"), NOON)).isEmpty();
    assertThat(taken.failed(token, FAILURE, NOON)).isEmpty();
    assertThat(taken.released(token, NOON)).isEmpty();
  }

  @Test
  void progressNeverFalls() {
    var token = lease(1).token();
    var later = rendering(1).progressed(token, 40, NOON).orElseThrow();

    var state = later.progressed(token, 30, NOON).orElseThrow().state();

    assertThat(state)
        .isInstanceOfSatisfying(
            RenderState.Rendering.class,
            rendering -> assertThat(rendering.progress()).isEqualTo(40));
  }

  @Test
  void readyIsAnnouncedInTheSameStep() {
    assertThat(ready(1).announcements())
        .extracting(Announcement::kind)
        .containsExactly(Announcement.Kind.READY);
    assertThat(ready(1).dueAt()).isEqualTo(NOON.plus(Video.PATIENCE));
  }

  @Test
  void sameStepHasTheSameEventId() {
    assertThat(ready(1).announcements()).isEqualTo(ready(1).announcements());
  }

  @Test
  void secondFailureIsAnotherEvent() {
    var once = Films.failed(1);
    var again = once.retried(NOON).orElseThrow().leased(lease(2), NOON).orElseThrow();

    var twice = again.failed(lease(2).token(), FAILURE, NOON).orElseThrow();

    assertThat(twice.announcements())
        .extracting(Announcement::id)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void nothingIsDueOnceAllIsToldAndClean() {
    assertThat(ready(1).announced(NOON).dueAt()).isNull();
  }

  @Test
  void staleObjectsAreRemovedOnlyWhenNoStragglerCanStoreMore() {
    var taken = rendering(1).leased(lease(2), NOON.plus(LEASE)).orElseThrow();
    var told = taken.completed(lease(2).token(), film("key-2"), NOON).orElseThrow().announced(NOON);

    assertThat(told.dueAt()).isEqualTo(NOON.plus(Video.STRAGGLER));
    assertThat(told.cleaned(List.of("key-1"), NOON).dueAt()).isNull();
  }

  @Test
  void cancelTakesTheFilmFromItsRenderer() {
    var cancelled = rendering(1).cancelled(NOON).orElseThrow();

    assertThat(cancelled.progressed(lease(1).token(), 50, NOON)).isEmpty();
    assertThat(cancelled.staleKeys()).containsExactly("key-1");
  }

  @Test
  void onlyFilmsAtRestAreDeleted() {
    assertThat(queued(1).deleting(NOON)).isEmpty();
    assertThat(rendering(1).deleting(NOON)).isEmpty();
    assertThat(ready(1).deleting(NOON).orElseThrow().isVisible()).isFalse();
    assertThat(Films.failed(1).deleting(NOON)).isPresent();
  }

  @Test
  void onlyFailedFilmsAreRetriedAndCountAnew() {
    assertThat(ready(1).retried(NOON)).isEmpty();
    assertThat(Films.failed(1).retried(NOON).orElseThrow().attempts()).isZero();
  }

  @Test
  void nobodyAbandonsAFilmThatIsHeld() {
    assertThat(rendering(1).abandoned(FAILURE, NOON)).isEmpty();
    assertThat(rendering(1).abandoned(FAILURE, NOON.plus(LEASE))).isPresent();
    assertThat(queued(1).abandoned(FAILURE, NOON)).isPresent();
  }

  @Test
  void redriveGivesUpADeadLeaseButNoLiveOne() {
    var later = NOON.plus(Duration.ofHours(1));

    assertThat(rendering(1).enqueued(NOON, later)).isEmpty();
    assertThat(rendering(1).enqueued(NOON.plus(LEASE), later).orElseThrow().dueAt())
        .isEqualTo(later);
  }

  @Test
  void erasedFilmWaitsForTheRendererThatHoldsIt() {
    var gone = rendering(1).erased(NOON).orElseThrow();

    assertThat(gone.state()).isEqualTo(new RenderState.Deleting());
    assertThat(gone.staleKeys()).containsExactly("key-1");
    assertThat(gone.dueAt()).isAfter(NOON.plus(LEASE));
    assertThat(gone.completed(lease(1).token(), film("key-1"), NOON)).isEmpty();
  }

  @Test
  void erasedFilmThatNobodyHoldsIsDueAtOnceAndTellsNothing() {
    assertThat(queued(1).erased(NOON).orElseThrow().dueAt()).isEqualTo(NOON);
    assertThat(ready(1).erased(NOON).orElseThrow().dueAt()).isEqualTo(NOON);
    assertThat(ready(1).erased(NOON).orElseThrow().announcements()).isEmpty();
  }

  @Test
  void erasingAgainPutsNothingOff() {
    var gone = rendering(1).erased(NOON).orElseThrow();

    assertThat(gone.erased(NOON.plusSeconds(30))).isEmpty();
  }

  @Test
  void erasingHurriesADeletionThatIsUnderWay() {
    var deleting = Films.failed(1).deleting(NOON).orElseThrow();

    var gone = deleting.erased(NOON).orElseThrow();

    assertThat(gone.dueAt()).isBefore(deleting.dueAt());
    assertThat(gone.staleKeys()).isEqualTo(deleting.staleKeys());
  }
}
