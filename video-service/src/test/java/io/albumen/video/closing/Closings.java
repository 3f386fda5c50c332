package io.albumen.video.closing;

import io.albumen.common.JsonConventions;
import io.albumen.video.account.AccountRepository;
import io.albumen.video.film.VideoRepository;
import io.albumen.video.lifecycle.EventPublisher;
import io.albumen.video.storage.FilmStore;
import java.time.Clock;

/** What other features' tests need of this one, built by hand. */
public final class Closings {
  private Closings() {}

  public static Erasure erasure(
      AccountRepository accounts,
      VideoRepository videos,
      FilmStore store,
      EventPublisher bus,
      Clock clock) {
    return new Erasure(accounts, videos, store, bus, JsonConventions.mapper(), clock);
  }

  public static Suspension suspension(
      AccountRepository accounts, VideoRepository videos, Clock clock) {
    return new Suspension(accounts, videos, clock);
  }
}
