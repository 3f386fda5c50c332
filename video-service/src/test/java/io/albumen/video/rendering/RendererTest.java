package io.albumen.video.rendering;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.NOON;
import static io.albumen.video.film.Films.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.Ids;
import io.albumen.common.messaging.Event;
import io.albumen.common.security.Standing;
import io.albumen.video.account.InMemoryAccountRepository;
import io.albumen.video.closing.Closings;
import io.albumen.video.closing.Erasure;
import io.albumen.video.film.Film;
import io.albumen.video.film.Films;
import io.albumen.video.film.InMemoryVideoRepository;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.lifecycle.LifecycleConfig;
import io.albumen.video.lifecycle.LifecycleFixture;
import io.albumen.video.lifecycle.RecordingPublisher;
import io.albumen.video.lifecycle.VideoAnnouncer;
import io.albumen.video.lifecycle.VideoSweeper;
import io.albumen.video.queue.RenderVideo;
import io.albumen.video.slideshow.Abort;
import io.albumen.video.storage.InMemoryFilmStore;
import io.albumen.video.testing.Crashing;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class RendererTest {
  private static final RenderVideo COMMAND = new RenderVideo(ADA.value(), Films.id(1).value());
  private static final RenderingConfig RENDERING = config(RenderingConfig.class);
  private static final LifecycleConfig LIFECYCLE = config(LifecycleConfig.class);

  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository();
  private final Crashing crashing = new Crashing();
  private final InMemoryVideoRepository videos =
      new InMemoryVideoRepository() {
        @Override
        public boolean replace(Video before, Video after) {
          crashing.step();
          var done = super.replace(before, after);
          crashing.step();
          return done;
        }
      };
  private final InMemoryFilmStore store = new InMemoryFilmStore();
  private final RecordingPublisher bus =
      new RecordingPublisher() {
        @Override
        public void publish(List<Event> published) {
          crashing.step();
          super.publish(published);
          crashing.step();
        }
      };

  @BeforeEach
  void filmIsAskedFor() {
    videos.insert(Films.queued(1), PHOTOS);
  }

  @Test
  void makesTheFilmAndTellsOfItOnce() throws Exception {
    renderer(this::stores, NOON).render(COMMAND);

    assertThat(stored().state()).isInstanceOf(RenderState.Ready.class);
    assertThat(bus.events()).extracting(Event::type).containsExactly("VideoReady");
    assertThat(stored().dueAt()).isNull();
    assertThat(store.keys()).hasSize(1);
  }

  @Test
  void commandDeliveredTwiceMakesOneFilm() throws Exception {
    renderer(this::stores, NOON).render(COMMAND);
    renderer(this::stores, NOON).render(COMMAND);

    assertThat(store.keys()).hasSize(1);
    assertThat(bus.events()).hasSize(1);
  }

  @Test
  void aWriteBetweenReadingAndTakingIsNoReasonToWait() throws Exception {
    var noted = new AtomicBoolean();
    var contended =
        new InMemoryVideoRepository() {
          @Override
          public boolean replace(Video before, Video after) {
            if (!noted.getAndSet(true)) {
              super.replace(before, before.enqueued(NOON, NOON.plusSeconds(9)).orElseThrow());
            }
            return super.replace(before, after);
          }
        };
    contended.insert(Films.queued(1), PHOTOS);

    renderer(contended, this::stores, NOON).render(COMMAND);

    assertThat(contended.find(ADA, Films.id(1)).orElseThrow().state())
        .isInstanceOf(RenderState.Ready.class);
  }

  @Test
  void commandForAFilmThatIsGoneIsDone() throws Exception {
    videos.remove(stored());

    renderer(this::stores, NOON).render(COMMAND);

    assertThat(store.keys()).isEmpty();
  }

  @Test
  void commandNamingAnothersFilmDoesNothing() throws Exception {
    renderer(this::stores, NOON).render(new RenderVideo(Films.BOB.value(), Films.id(1).value()));

    assertThat(stored()).isEqualTo(Films.queued(1));
  }

  @Test
  void refusedFilmFailsWithItsReasonAtOnce() throws Exception {
    FilmMaker refusing =
        (video, ids, key, progress, abort) -> {
          throw new FilmRefused("source-missing", "one is gone");
        };

    renderer(refusing, NOON).render(COMMAND);

    assertThat(stored().state())
        .isInstanceOfSatisfying(
            RenderState.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo("source-missing"));
    assertThat(bus.events()).extracting(Event::type).containsExactly("VideoFailed");
  }

  @Test
  void troubleThatMayPassGivesTheFilmBackAtOnce() {
    FilmMaker troubled =
        (video, ids, key, progress, abort) -> {
          throw new IOException("no network");
        };

    assertThatThrownBy(() -> renderer(troubled, NOON).render(COMMAND))
        .isInstanceOf(IOException.class);
    assertThat(stored().state()).isEqualTo(new RenderState.Queued(1));
  }

  @Test
  void troubleThatDoesNotPassFailsTheFilm() {
    FilmMaker troubled =
        (video, ids, key, progress, abort) -> {
          throw new IOException("no network");
        };

    for (int i = 0; i < LIFECYCLE.maxAttempts(); i++) {
      assertThatThrownBy(() -> renderer(troubled, NOON).render(COMMAND))
          .isInstanceOf(IOException.class);
    }

    assertThat(stored().state()).isInstanceOf(RenderState.Failed.class);
  }

  @Test
  void cancelStopsTheMakerAndLeavesNoObjects() throws Exception {
    FilmMaker endless =
        (video, ids, key, progress, abort) -> {
          store.put(key);
          videos.replace(stored(), stored().cancelled(NOON).orElseThrow());
          new CountDownLatch(1).await();
          return new Film(key, 1, 1);
        };

    renderer(endless, NOON).render(COMMAND);

    assertThat(stored().state()).isEqualTo(new RenderState.Cancelled());
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void beginsNothingForWhoeverIsSuspended() throws Exception {
    accounts.judge(ADA, Standing.SUSPENDED, NOON);

    renderer(this::stores, NOON).render(COMMAND);

    assertThat(stored().state()).isEqualTo(new RenderState.Cancelled());
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void suspensionStopsTheMakerAndLeavesNoObjects() throws Exception {
    FilmMaker endless =
        (video, ids, key, progress, abort) -> {
          store.put(key);
          Closings.suspension(accounts, videos, clock(NOON)).suspend(ADA, NOON);
          new CountDownLatch(1).await();
          return new Film(key, 1, 1);
        };

    renderer(endless, NOON).render(COMMAND);

    assertThat(stored().state()).isEqualTo(new RenderState.Cancelled());
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void attack48DeletionMidRenderLeavesNeitherFilmNorObjects() throws Exception {
    FilmMaker finishing =
        (video, ids, key, progress, abort) -> {
          store.put(key);
          erasure(NOON).erase(ADA);
          store.put(key); // the upload ends after the erasure's first look
          return new Film(key, 1, 1);
        };

    renderer(finishing, NOON).render(COMMAND);
    assertThat(store.keys()).isEmpty();
    assertThat(bus.events()).isEmpty();
    erasure(NOON.plusSeconds(120)).sweep();

    assertThat(videos.findEvery(ADA, 10, null)).isEmpty();
    assertThat(bus.events()).extracting(Event::type).containsExactly("UserDataErased");
  }

  @Test
  void attack48RendererThatDiesAfterStoringLeavesNothingToTheLastLook() {
    FilmMaker dying =
        (video, ids, key, progress, abort) -> {
          erasure(NOON).erase(ADA);
          store.put(key);
          crashing.after(0);
          return new Film(key, 1, 1);
        };

    assertThatThrownBy(() -> renderer(dying, NOON).render(COMMAND))
        .isInstanceOf(Crashing.Crash.class);
    crashing.never();
    assertThat(store.keys()).hasSize(1);
    erasure(NOON.plusSeconds(89)).sweep();
    assertThat(bus.events()).isEmpty();
    erasure(NOON.plusSeconds(91)).sweep();

    assertThat(store.keys()).isEmpty();
    assertThat(videos.findEvery(ADA, 10, null)).isEmpty();
    assertThat(bus.events()).extracting(Event::type).containsExactly("UserDataErased");
  }

  @Test
  void rendererThatOversleptItsLeaseChangesNothing() throws Exception {
    FilmMaker sleepy =
        (video, ids, key, progress, abort) -> {
          store.put(key);
          renderer(this::stores, NOON.plus(Duration.ofMinutes(2))).render(COMMAND);
          return new Film(key, 1, 1);
        };

    renderer(sleepy, NOON).render(COMMAND);

    var ready = (RenderState.Ready) stored().state();
    assertThat(store.keys()).containsExactly(ready.film().key());
    assertThat(bus.events()).hasSize(1);
  }

  @Test
  void progressIsWrittenWhileTheMakerWorks() throws Exception {
    FilmMaker reporting =
        (video, ids, key, progress, abort) -> {
          progress.accept(42);
          while (!(stored().state() instanceof RenderState.Rendering state
              && state.progress() == 42)) {
            TimeUnit.MILLISECONDS.sleep(10);
          }
          return stores(video, ids, key, progress, abort);
        };

    renderer(reporting, NOON).render(COMMAND);

    assertThat(stored().state()).isInstanceOf(RenderState.Ready.class);
  }

  @Test
  void shutdownGivesTheFilmBack() throws Exception {
    var begun = new CountDownLatch(1);
    FilmMaker endless =
        (video, ids, key, progress, abort) -> {
          begun.countDown();
          new CountDownLatch(1).await();
          return new Film(key, 1, 1);
        };
    var worker =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(() -> renderer(endless, NOON).render(COMMAND))
                        .isInstanceOf(InterruptedException.class));
    begun.await();

    worker.interrupt();
    worker.join();

    assertThat(stored().state()).isEqualTo(new RenderState.Queued(1));
  }

  /** Dies between any two steps; whoever comes later ends the story the same way. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void crashBetweenAnyTwoStepsEndsInOneFilmToldOfUnderOneId(int survived) throws Exception {
    crashing.after(survived);
    try {
      renderer(this::stores, NOON).render(COMMAND);
    } catch (Crashing.Crash e) {
      // the process is gone
    }
    crashing.never();

    var later = NOON.plus(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      sweeper(later).sweep();
      renderer(this::stores, later).render(COMMAND);
      later = later.plus(Duration.ofHours(1));
    }

    var ready = (RenderState.Ready) stored().state();
    assertThat(store.keys()).containsExactly(ready.film().key());
    assertThat(bus.events()).extracting(Event::id).isNotEmpty();
    assertThat(bus.events().stream().map(Event::id).distinct()).hasSize(1);
    assertThat(stored().dueAt()).isNull();
  }

  private Film stores(Video video, List<UUID> ids, String key, IntConsumer progress, Abort abort) {
    store.put(key);
    return new Film(key, 6000, 1234);
  }

  private Video stored() {
    return videos.find(ADA, Films.id(1)).orElseThrow();
  }

  private Renderer renderer(FilmMaker maker, Instant now) {
    return renderer(videos, maker, now);
  }

  private Renderer renderer(InMemoryVideoRepository films, FilmMaker maker, Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    var announcer = LifecycleFixture.announcer(films, bus, clock);
    return new Renderer(
        accounts, films, maker, store, announcer, RENDERING, LIFECYCLE, new Ids(), clock);
  }

  private Erasure erasure(Instant now) {
    return Closings.erasure(accounts, videos, store, bus, clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private VideoSweeper sweeper(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return LifecycleFixture.sweeper(videos, store, announcer(clock), LIFECYCLE, clock);
  }

  private VideoAnnouncer announcer(Clock clock) {
    return LifecycleFixture.announcer(videos, bus, clock);
  }

  private static <T> T config(Class<T> type) {
    return new SmallRyeConfigBuilder()
        .withMapping(type)
        .withDefaultValue("video.rendering.beat", "PT0.02S")
        .build()
        .getConfigMapping(type);
  }
}
