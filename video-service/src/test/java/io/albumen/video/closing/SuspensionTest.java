package io.albumen.video.closing;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.NOON;
import static io.albumen.video.film.Films.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.security.Standing;
import io.albumen.video.account.InMemoryAccountRepository;
import io.albumen.video.film.Films;
import io.albumen.video.film.InMemoryVideoRepository;
import io.albumen.video.film.RenderState;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SuspensionTest {
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository();
  private final InMemoryVideoRepository videos = new InMemoryVideoRepository();
  private final Suspension suspension =
      new Suspension(accounts, videos, Clock.fixed(NOON, ZoneOffset.UTC));

  private RenderState state(int number) {
    return videos.find(ADA, Films.id(number)).orElseThrow().state();
  }

  @Test
  void stopsWhatIsMadeAndKeepsWhatIsMadeAlready() {
    videos.insert(Films.queued(1), PHOTOS);
    videos.insert(Films.rendering(2), PHOTOS);
    videos.insert(Films.ready(3), PHOTOS);

    suspension.suspend(ADA, NOON);

    assertThat(state(1)).isEqualTo(new RenderState.Cancelled());
    assertThat(state(2)).isEqualTo(new RenderState.Cancelled());
    assertThat(state(3)).isInstanceOf(RenderState.Ready.class);
  }

  @Test
  void stopsNothingForASuspensionThatHasEndedAlready() {
    videos.insert(Films.queued(1), PHOTOS);
    suspension.end(ADA, NOON.plusSeconds(1));

    suspension.suspend(ADA, NOON);

    assertThat(state(1)).isInstanceOf(RenderState.Queued.class);
    assertThat(accounts.standing(ADA)).isEqualTo(Standing.GOOD);
  }

  @Test
  void goesOnWhereACrashStoppedIt() {
    accounts.judge(ADA, Standing.SUSPENDED, NOON); // and then it died
    videos.insert(Films.queued(1), PHOTOS);

    suspension.suspend(ADA, NOON);

    assertThat(state(1)).isEqualTo(new RenderState.Cancelled());
  }
}
