package io.albumen.video.closing;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.BOB;
import static io.albumen.video.film.Films.NOON;
import static io.albumen.video.film.Films.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.security.Standing;
import io.albumen.video.account.InMemoryAccountRepository;
import io.albumen.video.film.Films;
import io.albumen.video.film.InMemoryVideoRepository;
import io.albumen.video.film.Video;
import io.albumen.video.lifecycle.RecordingPublisher;
import io.albumen.video.storage.InMemoryFilmStore;
import io.albumen.video.testing.Crashing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final Instant LAST_LOOK = NOON.plus(Duration.ofSeconds(120));

  private final Crashing crashing = new Crashing();
  private final InMemoryAccountRepository accounts =
      new InMemoryAccountRepository() {
        @Override
        public synchronized void close(UserId user, Instant at, Instant dueAt) {
          crashing.step();
          super.close(user, at, dueAt);
          crashing.step();
        }

        @Override
        public synchronized void settle(UserId user) {
          crashing.step();
          super.settle(user);
          crashing.step();
        }
      };
  private final InMemoryVideoRepository videos =
      new InMemoryVideoRepository() {
        @Override
        public boolean replace(Video before, Video after) {
          crashing.step();
          var done = super.replace(before, after);
          crashing.step();
          return done;
        }

        @Override
        public boolean remove(Video video) {
          crashing.step();
          var done = super.remove(video);
          crashing.step();
          return done;
        }
      };
  private final InMemoryFilmStore store =
      new InMemoryFilmStore() {
        @Override
        public void delete(String key) {
          crashing.step();
          super.delete(key);
          crashing.step();
        }
      };
  private final RecordingPublisher bus =
      new RecordingPublisher() {
        @Override
        public void publish(List<Event> published) {
          crashing.step();
          super.publish(published);
          crashing.step();
        }
      };

  private Erasure erasure(Instant now) {
    return Closings.erasure(accounts, videos, store, bus, Clock.fixed(now, ZoneOffset.UTC));
  }

  @BeforeEach
  void filmsOfEveryKind() {
    videos.insert(Films.queued(1), PHOTOS);
    videos.insert(Films.rendering(2), PHOTOS);
    videos.insert(Films.ready(3), PHOTOS);
    videos.insert(Films.failed(4), PHOTOS);
    videos.insert(Films.ready(5).deleting(NOON).orElseThrow(), PHOTOS);
    store.put("key-1");
  }

  private void assertNothingIsLeft() {
    assertThat(accounts.standing(ADA)).isEqualTo(Standing.CLOSED);
    assertThat(videos.findEvery(ADA, 100, null)).isEmpty();
    assertThat(store.keys()).isEmpty();
    assertThat(accounts.findDue(NOON.plus(Duration.ofDays(9)), 10)).isEmpty();
    assertThat(bus.events()).extracting(Event::type).containsOnly("UserDataErased");
    assertThat(bus.events().stream().map(Event::id).distinct()).hasSize(1);
  }

  @Test
  void answersOnlyWhenNothingIsLeft() {
    erasure(NOON).erase(ADA);
    assertThat(bus.events()).isEmpty();
    assertThat(store.keys()).isEmpty();

    erasure(LAST_LOOK).sweep();

    assertNothingIsLeft();
    assertThat(bus.events().getFirst().data().get("service").asText()).isEqualTo("video-service");
  }

  @Test
  void answersAtOnceWhereNothingHasToBeWaitedFor() {
    erasure(NOON).erase(BOB);

    assertThat(bus.events()).hasSize(1);
  }

  @Test
  void answersAgainUnderTheSameIdEachTimeItIsAsked() {
    erasure(NOON).erase(BOB);
    erasure(NOON).erase(BOB);

    assertThat(bus.events()).hasSize(2);
    assertThat(bus.events().stream().map(Event::id).distinct()).hasSize(1);
  }

  @Test
  void leavesTheFilmsOfOthersAlone() {
    erasure(NOON).erase(BOB);

    assertThat(videos.findEvery(ADA, 100, null)).hasSize(5);
  }

  @Test
  void erasesMoreFilmsThanAPageHolds() {
    IntStream.rangeClosed(10, 140).forEach(i -> videos.insert(Films.queued(i), PHOTOS));

    erasure(NOON).erase(ADA);
    erasure(LAST_LOOK).sweep();

    assertNothingIsLeft();
  }

  /** Dies at every step in turn; the message comes again or it does not: the end is the same. */
  @Test
  void attack48ErasureEndsTheSameWhereverItDies() {
    for (int steps = 0; ; steps++) {
      var one = new ErasureTest();
      one.filmsOfEveryKind();

      var died = one.dies(steps);
      if (one.accounts.standing(ADA) != Standing.CLOSED) {
        one.erasure(NOON).erase(ADA); // nothing was done: the queue delivers again
      }
      one.erasure(LAST_LOOK).sweep();
      one.erasure(LAST_LOOK.plusSeconds(120)).sweep(); // begun only by the sweep before

      one.assertNothingIsLeft();
      if (!died) {
        return;
      }
    }
  }

  private boolean dies(int steps) {
    crashing.after(steps);
    try {
      erasure(NOON).erase(ADA);
      erasure(LAST_LOOK).sweep();
      return false;
    } catch (Crashing.Crash e) {
      return true;
    } finally {
      crashing.never();
    }
  }
}
