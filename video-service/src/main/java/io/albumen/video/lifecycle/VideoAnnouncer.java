package io.albumen.video.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.messaging.Event;
import io.albumen.video.film.Announcement;
import io.albumen.video.film.Failure;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Tells the bus what became of films, at least once each. */
@ApplicationScoped
public class VideoAnnouncer {
  private static final Failure SUPERSEDED =
      new Failure("render-failed", "The film could not be made.");

  private final VideoRepository videos;
  private final EventPublisher bus;
  private final ObjectMapper mapper;
  private final Clock clock;

  VideoAnnouncer(VideoRepository videos, EventPublisher bus, ObjectMapper mapper, Clock clock) {
    this.videos = videos;
    this.bus = bus;
    this.mapper = mapper;
    this.clock = clock;
  }

  record VideoReady(UUID videoId, UUID userId, String title, long durationMs) {}

  record VideoFailed(UUID videoId, UUID userId, String title, String code, String detail) {}

  /** A crash between telling and noting it makes the sweeper tell again, under the same id. */
  public void announce(Video video) {
    if (video.announcements().isEmpty()) {
      return;
    }
    bus.publish(video.announcements().stream().map(told -> event(video, told)).toList());
    videos.replace(video, video.announced(clock.instant()));
  }

  private Event event(Video video, Announcement told) {
    var data =
        switch (told.kind()) {
          case READY -> ready(video);
          case FAILED -> failed(video);
        };
    return Event.of(told.id(), told.kind().eventType(), told.at(), data, mapper);
  }

  private static VideoReady ready(Video video) {
    return new VideoReady(
        video.id().value(),
        video.owner().value(),
        video.request().title(),
        video.request().durationMs());
  }

  /** After a retry the reason is no longer known; that it failed once still is. */
  private static VideoFailed failed(Video video) {
    var failure =
        video.state() instanceof RenderState.Failed failed ? failed.failure() : SUPERSEDED;
    return new VideoFailed(
        video.id().value(),
        video.owner().value(),
        video.request().title(),
        failure.code(),
        failure.detail());
  }
}
