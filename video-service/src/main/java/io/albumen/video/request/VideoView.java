package io.albumen.video.request;

import io.albumen.common.cdn.CdnUrls;
import io.albumen.common.cdn.SignedUrl;
import io.albumen.video.film.Failure;
import io.albumen.video.film.Film;
import io.albumen.video.film.FilmOptions;
import io.albumen.video.film.RenderState;
import io.albumen.video.film.Video;
import io.albumen.video.storage.FilmStore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A film as its owner sees it.
 *
 * @param durationMs known from the start, as the photos and the time each is given decide it
 * @param urlsExpireAt when to ask again for {@code posterUrl} and {@code playbackUrl}
 */
@Schema(name = "Video")
record VideoView(
    @Schema(required = true) UUID id,
    @Schema(required = true) String title,
    @Schema(required = true) Status status,
    @Schema(required = true) int progress,
    @Schema(required = true) int photoCount,
    @Schema(required = true) OptionsView options,
    @Schema(required = true) long durationMs,
    @Schema(required = true) Instant createdAt,
    @Nullable Long sizeBytes,
    @Nullable String posterUrl,
    @Nullable String playbackUrl,
    @Nullable Instant urlsExpireAt,
    @Nullable FailureView failure) {

  @Schema(name = "VideoStatus")
  enum Status {
    QUEUED,
    RENDERING,
    READY,
    FAILED,
    CANCELLED
  }

  @Schema(name = "VideoOptions")
  record OptionsView(
      @Schema(required = true) FilmOptions.Aspect aspect,
      @Schema(required = true) FilmOptions.Resolution resolution,
      @Schema(required = true) double secondsPerPhoto,
      @Schema(required = true) FilmOptions.Transition transition,
      @Schema(required = true) FilmOptions.Motion motion,
      @Schema(required = true) FilmOptions.PhotoOrder order,
      @Schema(required = true) long seed,
      @Nullable UUID musicMediaId) {

    static OptionsView of(FilmOptions options) {
      return new OptionsView(
          options.aspect(),
          options.resolution(),
          options.secondsPerPhoto(),
          options.transition(),
          options.motion(),
          options.order(),
          options.seed(),
          options.musicMediaId());
    }
  }

  @Schema(name = "VideoFailure")
  record FailureView(
      @Schema(required = true) String code, @Schema(required = true) String detail) {}

  static VideoView of(Video video, CdnUrls urls) {
    return switch (video.state()) {
      case RenderState.Queued _ -> pending(video, Status.QUEUED, 0, null);
      case RenderState.Rendering(int _, var _, int progress) ->
          pending(video, Status.RENDERING, progress, null);
      case RenderState.Ready(Film film) -> ready(video, film, urls);
      case RenderState.Failed(Failure failure) ->
          pending(video, Status.FAILED, 0, new FailureView(failure.code(), failure.detail()));
      case RenderState.Cancelled _ -> pending(video, Status.CANCELLED, 0, null);
      case RenderState.Deleting _ -> throw new IllegalStateException("a deleted film is not shown");
    };
  }

  private static VideoView pending(
      Video video, Status status, int progress, @Nullable FailureView failure) {
    return new VideoView(
        video.id().value(),
        video.request().title(),
        status,
        progress,
        video.request().photoCount(),
        OptionsView.of(video.request().options()),
        video.request().durationMs(),
        video.request().createdAt(),
        null,
        null,
        null,
        null,
        failure);
  }

  private static VideoView ready(Video video, Film film, CdnUrls urls) {
    SignedUrl playback = urls.sign(FilmStore.filmPath(film.key()));
    return new VideoView(
        video.id().value(),
        video.request().title(),
        Status.READY,
        100,
        video.request().photoCount(),
        OptionsView.of(video.request().options()),
        film.durationMs(),
        video.request().createdAt(),
        film.sizeBytes(),
        urls.sign(FilmStore.posterPath(film.key())).url(),
        playback.url(),
        playback.expiresAt(),
        null);
  }
}
