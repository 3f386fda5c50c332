package io.albumen.video.request;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.BOB;
import static io.albumen.video.film.Films.NOON;
import static io.albumen.video.film.Films.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.albumen.common.DomainException;
import io.albumen.common.FieldError;
import io.albumen.common.Ids;
import io.albumen.common.security.Standing;
import io.albumen.video.account.InMemoryAccountRepository;
import io.albumen.video.film.FilmOptions;
import io.albumen.video.film.Films;
import io.albumen.video.film.InMemoryVideoRepository;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoId;
import io.albumen.video.source.FakePhotoSources;
import io.albumen.video.source.Source;
import io.albumen.video.storage.InMemoryFilmStore;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VideoServiceTest {
  private static final FilmOptions OPTIONS = Films.options(null);

  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository();
  private final InMemoryVideoRepository videos =
      new InMemoryVideoRepository(owner -> accounts.standing(owner) == Standing.GOOD);
  private final FakePhotoSources photos = new FakePhotoSources();
  private final InMemoryFilmStore store = new InMemoryFilmStore();
  private final List<VideoId> queue = new ArrayList<>();
  private boolean queueWorks = true;
  private final VideoService service =
      new VideoService(
          accounts,
          videos,
          photos,
          (owner, id) -> queueWorks && queue.add(id),
          store,
          new SmallRyeConfigBuilder()
              .withMapping(RequestConfig.class)
              .build()
              .getConfigMapping(RequestConfig.class),
          new Ids(),
          Clock.fixed(NOON, ZoneOffset.UTC));

  @BeforeEach
  void photosAreThere() {
    PHOTOS.forEach(id -> photos.readable(id, Source.Kind.PHOTO, NOON.plusSeconds(900)));
  }

  @Test
  void newFilmIsWrittenAndEnqueued() {
    var video = service.create(ADA, "Lisbon", PHOTOS, OPTIONS);

    assertThat(service.get(ADA, video.id()).state()).isEqualTo(new RenderState.Queued(0));
    assertThat(videos.mediaIds(ADA, video.id())).isEqualTo(PHOTOS);
    assertThat(queue).containsExactly(video.id());
  }

  @Test
  void accountClosedWhileAFilmIsAskedForHasNone() {
    accounts.close(ADA, NOON, NOON);

    assertThatThrownBy(() -> service.create(ADA, "Lisbon", PHOTOS, OPTIONS))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("account-closed"));
    assertThat(videos.findEvery(ADA, 10, null)).isEmpty();
    assertThat(queue).isEmpty();
  }

  @Test
  void filmTheQueueDidNotTakeIsKeptForTheSweeper() {
    queueWorks = false;

    var video = service.create(ADA, "Lisbon", PHOTOS, OPTIONS);

    assertThat(videos.findDue(NOON.plus(Video.PATIENCE), 10))
        .extracting(Video::id)
        .containsExactly(video.id());
  }

  @Test
  void absentPhotosAreNamedAllAtOnceAndNothingIsWritten() {
    var ids = List.of(PHOTOS.get(0), Films.photo(8), Films.photo(9));

    var refusal =
        catchThrowableOfType(
            VideoException.BadSources.class, () -> service.create(ADA, "Lisbon", ids, OPTIONS));

    assertThat(refusal.errors())
        .containsExactly(
            new FieldError("source.mediaIds[1]", "there is no medium " + Films.photo(8)),
            new FieldError("source.mediaIds[2]", "there is no medium " + Films.photo(9)));
    assertThat(service.list(ADA, 10, null)).isEmpty();
  }

  @Test
  void soundIsNoPhotoAndAPhotoIsNoMusic() {
    photos.readable(PHOTOS.get(1), Source.Kind.SOUND, NOON.plusSeconds(900));
    var options = Films.options(PHOTOS.get(0));

    var refusal =
        catchThrowableOfType(
            VideoException.BadSources.class, () -> service.create(ADA, "Lisbon", PHOTOS, options));

    assertThat(refusal.errors())
        .extracting(FieldError::path)
        .containsExactly("source.mediaIds[1]", "options.musicMediaId");
  }

  @Test
  void photosStillBeingProcessedAreRefused() {
    photos.add(new Source.NotReady(PHOTOS.get(2)));

    assertThatThrownBy(() -> service.create(ADA, "Lisbon", PHOTOS, OPTIONS))
        .isInstanceOf(VideoException.BadSources.class);
  }

  @Test
  void filmLongerThanAllowedIsRefusedBeforePhotosAreAsked() {
    List<UUID> many = Collections.nCopies(500, PHOTOS.get(0));
    var slow =
        new FilmOptions(
            OPTIONS.aspect(),
            OPTIONS.resolution(),
            15,
            OPTIONS.transition(),
            OPTIONS.motion(),
            OPTIONS.order(),
            0,
            null);

    assertThatThrownBy(() -> service.create(ADA, "Lisbon", many, slow))
        .isInstanceOf(VideoException.TooLong.class);
    assertThat(photos.calls()).isZero();
  }

  @Test
  void hidesFilmsFromEveryoneButTheirOwner() {
    var video = service.create(ADA, "Lisbon", PHOTOS, OPTIONS);

    assertThatThrownBy(() -> service.get(BOB, video.id()))
        .isInstanceOf(VideoException.NotFound.class);
    assertThatThrownBy(() -> service.delete(BOB, video.id()))
        .isInstanceOf(VideoException.NotFound.class);
    assertThatThrownBy(() -> service.retry(BOB, video.id()))
        .isInstanceOf(VideoException.NotFound.class);
  }

  @Test
  void deletingAFilmBeingMadeCancelsItAndItStaysListed() {
    videos.insert(Films.rendering(1), PHOTOS);

    service.delete(ADA, Films.id(1));

    assertThat(service.get(ADA, Films.id(1)).state()).isEqualTo(new RenderState.Cancelled());
  }

  @Test
  void deletingAReadyFilmTakesItsObjectsAndItsRecord() {
    videos.insert(Films.ready(1), PHOTOS);
    store.put("key-1");

    service.delete(ADA, Films.id(1));

    assertThat(store.keys()).isEmpty();
    assertThat(videos.find(ADA, Films.id(1))).isEmpty();
  }

  @Test
  void recordOutlivesObjectsThatAStragglerMayStillStore() {
    videos.insert(Films.failed(1), PHOTOS);

    service.delete(ADA, Films.id(1));

    assertThatThrownBy(() -> service.get(ADA, Films.id(1)))
        .isInstanceOf(VideoException.NotFound.class);
    assertThat(videos.find(ADA, Films.id(1))).isPresent();
  }

  @Test
  void onlyAFailedFilmIsRetried() {
    videos.insert(Films.ready(1), PHOTOS);
    videos.insert(Films.failed(2), PHOTOS);

    assertThatThrownBy(() -> service.retry(ADA, Films.id(1)))
        .isInstanceOf(VideoException.NotFailed.class);
    assertThat(service.retry(ADA, Films.id(2)).state()).isEqualTo(new RenderState.Queued(0));
    assertThat(queue).containsExactly(Films.id(2));
  }
}
