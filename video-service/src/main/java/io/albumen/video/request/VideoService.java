package io.albumen.video.request;

import io.albumen.common.FieldError;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.video.account.AccountRepository;
import io.albumen.video.film.FilmOptions;
import io.albumen.video.film.FilmRequest;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoId;
import io.albumen.video.film.VideoRepository;
import io.albumen.video.queue.RenderQueue;
import io.albumen.video.source.PhotoSources;
import io.albumen.video.source.Source;
import io.albumen.video.storage.FilmStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class VideoService {
  private static final Logger LOG = Logger.getLogger(VideoService.class);

  /** A renderer writes once a second, so losing against it more often than this is no accident. */
  private static final int TRIES = 10;

  private final AccountRepository accounts;
  private final VideoRepository videos;
  private final PhotoSources photos;
  private final RenderQueue queue;
  private final FilmStore store;
  private final RequestConfig config;
  private final Ids ids;
  private final Clock clock;

  VideoService(
      AccountRepository accounts,
      VideoRepository videos,
      PhotoSources photos,
      RenderQueue queue,
      FilmStore store,
      RequestConfig config,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.videos = videos;
    this.photos = photos;
    this.queue = queue;
    this.store = store;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Writes the film down first and enqueues it then: what a crash leaves between, the sweeper
   * finds.
   */
  Video create(UserId owner, String title, List<UUID> mediaIds, FilmOptions options) {
    if (options.durationMs(mediaIds.size()) > config.maxLength().toMillis()) {
      throw new VideoException.TooLong(config.maxLength().toSeconds());
    }
    requireSources(owner, mediaIds, options.musicMediaId());
    var request = new FilmRequest(title, options, mediaIds.size(), clock.instant());
    var video = Video.queued(owner, new VideoId(ids.next()), request);
    if (!videos.insert(video, mediaIds)) {
      accounts.standing(owner).admit();
      throw new VideoException.Busy(); // suspended until just now
    }
    LOG.infof("film asked for video=%s owner=%s photos=%d", video.id(), owner, mediaIds.size());
    enqueue(video);
    return video;
  }

  Video get(UserId owner, VideoId id) {
    return videos
        .find(owner, id)
        .filter(Video::isVisible)
        .orElseThrow(() -> new VideoException.NotFound(id));
  }

  List<Video> list(UserId owner, int limit, @Nullable VideoId before) {
    return videos.findAll(owner, limit, before);
  }

  Video retry(UserId owner, VideoId id) {
    var video =
        step(owner, id, film -> film.retried(clock.instant()), VideoException.NotFailed::new);
    LOG.infof("film asked for again video=%s owner=%s", id, owner);
    enqueue(video);
    return video;
  }

  /** Cancels a film that is not made yet, which stays listed; one that is at rest goes for good. */
  void delete(UserId owner, VideoId id) {
    var before = get(owner, id);
    var video =
        step(
            owner,
            id,
            film -> film.cancelled(clock.instant()).or(() -> film.deleting(clock.instant())),
            () -> new VideoException.NotFound(id));
    LOG.infof("film dropped video=%s owner=%s status=%s", id, owner, video.state());
    if (video.state() instanceof RenderState.Deleting) {
      video.staleKeys().forEach(store::delete);
      if (!before.mayHaveStragglers()) {
        videos.remove(video);
      }
    }
  }

  private void enqueue(Video video) {
    if (queue.enqueue(video.owner(), video.id())) {
      video
          .enqueued(clock.instant(), clock.instant().plus(Video.QUEUE_PATIENCE))
          .ifPresent(after -> videos.replace(video, after));
    }
  }

  /** Takes a step, again if a renderer was faster. */
  private Video step(
      UserId owner,
      VideoId id,
      Function<Video, Optional<Video>> step,
      Supplier<VideoException> impossible) {
    for (int i = 0; i < TRIES; i++) {
      var before = get(owner, id);
      var after = step.apply(before).orElseThrow(impossible);
      if (videos.replace(before, after)) {
        return after;
      }
    }
    throw new VideoException.Busy();
  }

  private void requireSources(UserId owner, List<UUID> mediaIds, @Nullable UUID music) {
    var all = new ArrayList<>(mediaIds);
    if (music != null) {
      all.add(music);
    }
    var found = photos.find(owner, all);
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < mediaIds.size(); i++) {
      fault(found, mediaIds.get(i), Source.Kind.PHOTO, "source.mediaIds[" + i + "]")
          .ifPresent(errors::add);
    }
    if (music != null) {
      fault(found, music, Source.Kind.SOUND, "options.musicMediaId").ifPresent(errors::add);
    }
    if (!errors.isEmpty()) {
      throw new VideoException.BadSources(errors);
    }
  }

  private static Optional<FieldError> fault(
      Map<UUID, Source> found, UUID id, Source.Kind wanted, String path) {
    var message =
        switch (found.getOrDefault(id, new Source.Absent(id))) {
          case Source.Absent _ -> "there is no medium " + id;
          case Source.NotReady _ -> id + " is not ready";
          case Source.Readable readable when readable.kind() == wanted -> null;
          case Source.Readable readable ->
              "%s is a %s, not a %s".formatted(id, readable.kind(), wanted);
        };
    return Optional.ofNullable(message).map(text -> new FieldError(path, text));
  }
}
