package io.albumen.video.lifecycle;

import io.albumen.common.JsonConventions;
import io.albumen.video.film.VideoRepository;
import io.albumen.video.storage.FilmStore;
import java.time.Clock;

/** What other features' tests need of this one, built by hand. */
public final class LifecycleFixture {
  private LifecycleFixture() {}

  public static VideoAnnouncer announcer(VideoRepository videos, EventPublisher bus, Clock clock) {
    return new VideoAnnouncer(videos, bus, JsonConventions.mapper(), clock);
  }

  /** Its queue takes everything and delivers nothing. */
  public static VideoSweeper sweeper(
      VideoRepository videos,
      FilmStore store,
      VideoAnnouncer announcer,
      LifecycleConfig config,
      Clock clock) {
    return new VideoSweeper(videos, (owner, id) -> true, store, announcer, config, clock);
  }
}
