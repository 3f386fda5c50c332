package io.albumen.video.lifecycle;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.NOON;
import static io.albumen.video.film.Films.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.JsonConventions;
import io.albumen.common.messaging.Event;
import io.albumen.video.film.Films;
import io.albumen.video.film.InMemoryVideoRepository;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoId;
import io.albumen.video.queue.RenderVideo;
import io.albumen.video.storage.InMemoryFilmStore;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoSweeperTest {
  private static final Clock LATER = Clock.fixed(NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC);

  private final InMemoryVideoRepository videos = new InMemoryVideoRepository();
  private final InMemoryFilmStore store = new InMemoryFilmStore();
  private final RecordingPublisher bus = new RecordingPublisher();
  private final List<VideoId> queue = new ArrayList<>();
  private boolean queueWorks = true;
  private final VideoSweeper sweeper =
      new VideoSweeper(
          videos,
          (owner, id) -> queueWorks && queue.add(id),
          store,
          new VideoAnnouncer(videos, bus, JsonConventions.mapper(), LATER),
          new SmallRyeConfigBuilder()
              .withMapping(LifecycleConfig.class)
              .build()
              .getConfigMapping(LifecycleConfig.class),
          LATER);

  @Test
  void enqueuesWhatACrashKeptFromTheQueueOnce() {
    videos.insert(Films.queued(1), PHOTOS);

    sweeper.sweep();
    sweeper.sweep();

    assertThat(queue).containsExactly(Films.id(1));
  }

  @Test
  void enqueuesAFilmWhoseRendererFellSilent() {
    videos.insert(Films.rendering(1), PHOTOS);

    sweeper.sweep();

    assertThat(queue).containsExactly(Films.id(1));
    assertThat(stored().staleKeys()).containsExactly("key-1");
  }

  @Test
  void leavesFilmsAloneThatAreNotDue() {
    var token = Films.lease(1).token();
    videos.insert(
        Films.rendering(1).progressed(token, 50, LATER.instant().plusSeconds(60)).orElseThrow(),
        PHOTOS);

    sweeper.sweep();

    assertThat(queue).isEmpty();
  }

  @Test
  void staysDueWhileTheQueueIsAway() {
    videos.insert(Films.queued(1), PHOTOS);
    queueWorks = false;

    sweeper.sweep();

    assertThat(videos.findDue(LATER.instant(), 10)).hasSize(1);
  }

  @Test
  void givesUpAfterTheLastAttemptAndTellsItsOwner() {
    var video = Films.queued(1);
    for (int i = 1; i <= 3; i++) {
      var lease = Films.lease(i);
      video = video.leased(lease, NOON).orElseThrow().released(lease.token(), NOON).orElseThrow();
    }
    videos.insert(video, PHOTOS);

    sweeper.sweep();

    assertThat(stored().state()).isInstanceOf(RenderState.Failed.class);
    assertThat(bus.events()).extracting(Event::type).containsExactly("VideoFailed");
    assertThat(queue).isEmpty();
  }

  @Test
  void tellsWhatACrashKeptFromTheBusUnderTheSameId() {
    videos.insert(Films.ready(1), PHOTOS);

    sweeper.sweep();
    sweeper.sweep();

    assertThat(bus.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.id()).isEqualTo(Films.ready(1).announcements().getFirst().id());
              assertThat(event.data().get("durationMs").asLong()).isEqualTo(6000);
            });
  }

  @Test
  void removesObjectsOfAttemptsThatCameToNothing() {
    videos.insert(Films.failed(1).announced(NOON), PHOTOS);
    store.put("key-1");

    sweeper.sweep();

    assertThat(store.keys()).isEmpty();
    assertThat(stored().dueAt()).isNull();
  }

  @Test
  void finishesADeletionThatACrashInterrupted() {
    videos.insert(Films.ready(1).deleting(NOON).orElseThrow(), PHOTOS);
    store.put("key-1");

    sweeper.sweep();

    assertThat(store.keys()).isEmpty();
    assertThat(videos.find(ADA, Films.id(1))).isEmpty();
  }

  @Test
  void deadLetterMarksTheFilmAsFailed() {
    videos.insert(Films.queued(1), PHOTOS);

    sweeper.abandon(new RenderVideo(ADA.value(), Films.id(1).value()));

    assertThat(stored().state()).isInstanceOf(RenderState.Failed.class);
  }

  private Video stored() {
    return videos.find(ADA, Films.id(1)).orElseThrow();
  }
}
