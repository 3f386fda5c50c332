package io.albumen.video.film;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.BOB;
import static io.albumen.video.film.Films.NOON;
import static io.albumen.video.film.Films.PHOTOS;
import static io.albumen.video.film.Films.lease;
import static io.albumen.video.film.Films.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of films does. Each test starts with an empty store. */
abstract class VideoRepositoryContract {
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  abstract VideoRepository videos();

  @Test
  void givesBackWhatWasStoredInEveryState() {
    var states =
        List.of(
            queued(1),
            Films.rendering(2),
            Films.ready(3),
            Films.failed(4),
            queued(5).cancelled(NOON).orElseThrow(),
            Films.ready(6).deleting(NOON).orElseThrow());

    states.forEach(video -> videos().insert(video, PHOTOS));

    assertThat(states)
        .allSatisfy(video -> assertThat(videos().find(ADA, video.id())).contains(video));
  }

  @Test
  void keepsOptionsWithMusic() {
    var request = new FilmRequest("Ünïcode \"title\"", Films.options(Films.photo(9)), 3, NOON);
    var video = Video.queued(ADA, Films.id(1), request);

    videos().insert(video, PHOTOS);

    assertThat(videos().find(ADA, video.id())).contains(video);
  }

  @Test
  void keepsPhotosInTheirOrderEvenTwiceTheSame() {
    var ids = List.of(Films.photo(3), Films.photo(1), Films.photo(3));

    videos().insert(queued(1), ids);

    assertThat(videos().mediaIds(ADA, Films.id(1))).isEqualTo(ids);
  }

  @Test
  void holdsFiveHundredPhotos() {
    List<UUID> ids = IntStream.range(0, 500).mapToObj(Films::photo).toList();

    videos().insert(queued(1), ids);

    assertThat(videos().mediaIds(ADA, Films.id(1))).isEqualTo(ids);
  }

  @Test
  void insertsNothingTwice() {
    videos().insert(queued(1), PHOTOS);

    assertThatThrownBy(() -> videos().insert(queued(1), List.of())).isNotNull();
    assertThat(videos().mediaIds(ADA, Films.id(1))).isEqualTo(PHOTOS);
  }

  @Test
  void hidesFilmsFromEveryoneButTheirOwner() {
    videos().insert(queued(1), PHOTOS);

    assertThat(videos().find(BOB, Films.id(1))).isEmpty();
    assertThat(videos().mediaIds(BOB, Films.id(1))).isEmpty();
    assertThat(videos().findAll(BOB, 10, null)).isEmpty();
  }

  @Test
  void listsNewestFirstPageByPage() {
    IntStream.rangeClosed(1, 5).forEach(i -> videos().insert(queued(i), PHOTOS));

    assertThat(videos().findAll(ADA, 2, null))
        .extracting(Video::id)
        .containsExactly(Films.id(5), Films.id(4));
    assertThat(videos().findAll(ADA, 10, Films.id(4)))
        .extracting(Video::id)
        .containsExactly(Films.id(3), Films.id(2), Films.id(1));
  }

  @Test
  void pagesAreFullThoughDeletedFilmsLieBetween() {
    videos().insert(queued(1), PHOTOS);
    IntStream.rangeClosed(2, 9)
        .forEach(i -> videos().insert(Films.ready(i).deleting(NOON).orElseThrow(), PHOTOS));
    videos().insert(queued(10), PHOTOS);

    assertThat(videos().findAll(ADA, 2, null))
        .extracting(Video::id)
        .containsExactly(Films.id(10), Films.id(1));
  }

  @Test
  void onlyTheFirstOfTwoStepsFromTheSameStateCounts() {
    videos().insert(queued(1), PHOTOS);
    var mine = queued(1).leased(lease(1), NOON).orElseThrow();
    var yours = queued(1).leased(lease(2), NOON).orElseThrow();

    assertThat(videos().replace(queued(1), mine)).isTrue();
    assertThat(videos().replace(queued(1), yours)).isFalse();
    assertThat(videos().find(ADA, Films.id(1))).contains(mine);
  }

  @Test
  void repeatingAStepWhoseAnswerWasLostSucceeds() {
    videos().insert(queued(1), PHOTOS);
    var mine = queued(1).leased(lease(1), NOON).orElseThrow();
    videos().replace(queued(1), mine);

    assertThat(videos().replace(queued(1), mine)).isTrue();
  }

  @Test
  void stepOnARemovedFilmDoesNotBringItBack() {
    var mine = queued(1).leased(lease(1), NOON).orElseThrow();

    assertThat(videos().replace(queued(1), mine)).isFalse();
    assertThat(videos().find(ADA, Films.id(1))).isEmpty();
  }

  @Test
  void removesFilmAndPhotosTogether() {
    videos().insert(queued(1), PHOTOS);

    assertThat(videos().remove(queued(1))).isTrue();
    assertThat(videos().find(ADA, Films.id(1))).isEmpty();
    assertThat(videos().mediaIds(ADA, Films.id(1))).isEmpty();
  }

  @Test
  void removesNothingThatHasMovedOn() {
    videos().insert(queued(1), PHOTOS);
    videos().replace(queued(1), Films.rendering(1));

    assertThat(videos().remove(queued(1))).isFalse();
    assertThat(videos().mediaIds(ADA, Films.id(1))).isEqualTo(PHOTOS);
  }

  @Test
  void findsWhatIsDueLongestWaitingFirst() {
    videos().insert(Films.rendering(1), PHOTOS);
    videos().insert(queued(2), PHOTOS);
    videos().insert(Films.ready(3).announced(NOON), PHOTOS);

    assertThat(videos().findDue(NOON, 10)).isEmpty();
    assertThat(videos().findDue(LATER, 10))
        .extracting(Video::id)
        .containsExactly(Films.id(2), Films.id(1));
  }

  @Test
  void isNoLongerDueOnceSettled() {
    videos().insert(Films.ready(1), PHOTOS);

    videos().replace(Films.ready(1), Films.ready(1).announced(NOON));

    assertThat(videos().findDue(LATER, 10)).isEmpty();
  }

  @Test
  void findsEveryFilmInWhateverStatePageByPage() {
    videos().insert(Films.ready(1).deleting(NOON).orElseThrow(), PHOTOS);
    videos().insert(Films.rendering(2), PHOTOS);
    videos().insert(queued(3), PHOTOS);

    assertThat(videos().findEvery(ADA, 2, null))
        .extracting(Video::id)
        .containsExactly(Films.id(1), Films.id(2));
    assertThat(videos().findEvery(ADA, 2, Films.id(2)))
        .extracting(Video::id)
        .containsExactly(Films.id(3));
    assertThat(videos().findEvery(BOB, 2, null)).isEmpty();
  }
}
