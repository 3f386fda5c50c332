package io.albumen.video.rendering;

import io.albumen.video.film.Failure;
import io.albumen.video.film.Film;
import io.albumen.video.film.Lease;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** One renderer's lease on one film; every write is refused once the lease is another's. */
final class Hold {
  /** Only the sweeper writes beside the renderer, and seldom. */
  private static final int TRIES = 5;

  private final VideoRepository videos;
  private final Clock clock;
  private final Duration duration;
  private final Lease lease;
  private Video video;

  Hold(VideoRepository videos, Clock clock, Duration duration, Lease lease, Video leased) {
    this.videos = videos;
    this.clock = clock;
    this.duration = duration;
    this.lease = lease;
    this.video = leased;
  }

  Video video() {
    return video;
  }

  String key() {
    return lease.key();
  }

  void beat(int percent) throws LeaseLost {
    var until = clock.instant().plus(duration);
    step(held -> held.progressed(lease.token(), percent, until));
  }

  Video complete(Film film) throws LeaseLost {
    return step(held -> held.completed(lease.token(), film, clock.instant()));
  }

  Video fail(Failure failure) throws LeaseLost {
    return step(held -> held.failed(lease.token(), failure, clock.instant()));
  }

  void release() throws LeaseLost {
    var lookAgain = clock.instant().plus(duration.multipliedBy(2));
    step(held -> held.released(lease.token(), lookAgain));
  }

  private Video step(Function<Video, Optional<Video>> step) throws LeaseLost {
    for (int i = 0; i < TRIES; i++) {
      var after = step.apply(video).orElseThrow(LeaseLost::new);
      if (videos.replace(video, after)) {
        video = after;
        return after;
      }
      video = videos.find(video.owner(), video.id()).orElseThrow(LeaseLost::new);
    }
    throw new LeaseLost();
  }
}
