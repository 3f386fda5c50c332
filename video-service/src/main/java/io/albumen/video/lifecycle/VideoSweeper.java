package io.albumen.video.lifecycle;

import io.albumen.common.UserId;
import io.albumen.video.film.Failure;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoId;
import io.albumen.video.film.VideoRepository;
import io.albumen.video.queue.RenderQueue;
import io.albumen.video.queue.RenderVideo;
import io.albumen.video.storage.FilmStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Brings to an end whatever a crash left half done; several may sweep at once. */
@ApplicationScoped
public class VideoSweeper {
  private static final Logger LOG = Logger.getLogger(VideoSweeper.class);
  private static final int BATCH = 50;
  private static final Failure ABANDONED =
      new Failure("render-abandoned", "Making the film was tried several times and never ended.");

  private final VideoRepository videos;
  private final RenderQueue queue;
  private final FilmStore store;
  private final VideoAnnouncer announcer;
  private final LifecycleConfig config;
  private final Clock clock;

  VideoSweeper(
      VideoRepository videos,
      RenderQueue queue,
      FilmStore store,
      VideoAnnouncer announcer,
      LifecycleConfig config,
      Clock clock) {
    this.videos = videos;
    this.queue = queue;
    this.store = store;
    this.announcer = announcer;
    this.config = config;
    this.clock = clock;
  }

  public void sweep() {
    for (var video : videos.findDue(clock.instant(), BATCH)) {
      try {
        settle(video);
      } catch (RuntimeException e) {
        // One film in trouble must not keep the others waiting; it stays due.
        LOG.warnf("film not settled video=%s reason=%s", video.id(), e);
      }
    }
  }

  /** The queue gave up on this command. */
  public void abandon(RenderVideo command) {
    videos
        .find(new UserId(command.userId()), new VideoId(command.videoId()))
        .ifPresent(this::abandon);
  }

  private void settle(Video video) {
    switch (video.state()) {
      case RenderState.Deleting _ -> {
        video.staleKeys().forEach(store::delete);
        videos.remove(video);
      }
      case RenderState _ when !video.announcements().isEmpty() -> announcer.announce(video);
      case RenderState.Queued _, RenderState.Rendering _ -> redrive(video);
      case RenderState.Ready _, RenderState.Failed _, RenderState.Cancelled _ -> {
        video.staleKeys().forEach(store::delete);
        videos.replace(video, video.cleaned(video.staleKeys(), clock.instant()));
      }
    }
  }

  private void redrive(Video video) {
    var now = clock.instant();
    if (video.attempts() >= config.maxAttempts()) {
      abandon(video);
    } else if (queue.enqueue(video.owner(), video.id())) {
      LOG.infof("film enqueued again video=%s attempts=%d", video.id(), video.attempts());
      video
          .enqueued(now, now.plus(Video.QUEUE_PATIENCE))
          .ifPresent(after -> videos.replace(video, after));
    }
  }

  private void abandon(Video video) {
    video
        .abandoned(ABANDONED, clock.instant())
        .filter(after -> videos.replace(video, after))
        .ifPresent(
            after -> {
              LOG.errorf("film abandoned video=%s attempts=%d", video.id(), video.attempts());
              announcer.announce(after);
            });
  }
}
