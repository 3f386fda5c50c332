package io.albumen.video.rendering;

import io.albumen.media.MediaFailure;
import io.albumen.media.MediaFormat;
import io.albumen.media.MediaProcess;
import io.albumen.media.Workspace;
import io.albumen.media.probe.MediaProbe;
import io.albumen.video.film.Film;
import io.albumen.video.film.FilmOptions;
import io.albumen.video.film.Video;
import io.albumen.video.slideshow.Abort;
import io.albumen.video.slideshow.Canvas;
import io.albumen.video.slideshow.SlideshowMaker;
import io.albumen.video.slideshow.Soundtrack;
import io.albumen.video.slideshow.StillDecoder;
import io.albumen.video.source.PhotoSources;
import io.albumen.video.source.Source;
import io.albumen.video.storage.FilmStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Photos from photo-service, film from the slideshow maker, result to the store. */
@ApplicationScoped
class SlideshowFilmMaker implements FilmMaker {
  /** What is left of the progress after the last frame was sent: sound, poster, upload. */
  private static final int FRAMES_PART = 95;

  /** One frame either way. */
  private static final long TOLERANCE_MS = 40;

  private final PhotoSources sources;
  private final SourceDownload download;
  private final StillDecoder decoder;
  private final SlideshowMaker maker;
  private final MediaProbe probe;
  private final FilmStore store;
  private final Clock clock;

  SlideshowFilmMaker(
      PhotoSources sources, HttpClient http, MediaProcess process, FilmStore store, Clock clock) {
    this.sources = sources;
    this.download = new SourceDownload(http);
    this.decoder = new StillDecoder(process);
    this.maker = new SlideshowMaker(process);
    this.probe = new MediaProbe(process);
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Film make(Video video, List<UUID> mediaIds, String key, IntConsumer progress, Abort abort)
      throws IOException, InterruptedException {
    var shelf = new SourceShelf(sources, clock, video, mediaIds);
    try (var workspace = Workspace.create()) {
      var options = video.request().options();
      var canvas = new Canvas(options.width(), options.height());
      var plan =
          new SlideshowMaker.Plan(
              canvas,
              mediaIds.size(),
              options.framesPerPhoto(),
              options.transition() == FilmOptions.Transition.CROSSFADE,
              music(shelf, workspace));
      var made =
          maker.make(
              plan,
              (index, frame) -> load(shelf.photo(index), canvas, frame, workspace),
              workspace.folder(),
              percent -> progress.accept(percent * FRAMES_PART / 100),
              abort);
      var film = new Film(key, checkedDurationMs(video, made.film()), Files.size(made.film()));
      store.put(key, made.film(), made.poster());
      return film;
    }
  }

  private @Nullable Soundtrack music(SourceShelf shelf, Workspace workspace)
      throws IOException, InterruptedException {
    var source = shelf.music();
    if (source == null) {
      return null;
    }
    var file = workspace.file("music");
    var format = download.fetch(source, file);
    readable(source, () -> probe.probe(file, format));
    return new Soundtrack(file, format);
  }

  /** One photo at a time is on disk. */
  private void load(Source.Readable photo, Canvas canvas, byte[] frame, Workspace workspace)
      throws IOException, InterruptedException {
    var file = workspace.file("photo");
    try {
      var format = download.fetch(photo, file);
      decode(photo, file, format, canvas, frame, workspace);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void decode(
      Source.Readable photo,
      Path file,
      MediaFormat format,
      Canvas canvas,
      byte[] frame,
      Workspace workspace)
      throws IOException {
    try {
      decoder.decode(file, format, canvas, frame, workspace.folder());
    } catch (MediaFailure e) {
      throw refused(photo, e);
    }
  }

  private static void readable(Source.Readable source, Runnable probe) {
    try {
      probe.run();
    } catch (MediaFailure e) {
      throw refused(source, e);
    }
  }

  private static RuntimeException refused(Source.Readable source, MediaFailure e) {
    return e.reason().isPermanent()
        ? new FilmRefused("source-unreadable", source.mediaId() + " can't be read")
        : e;
  }

  private long checkedDurationMs(Video video, Path film) throws IOException {
    var duration =
        probe.probe(film, MediaFormat.MP4).duration().orElseThrow(() -> new IOException("no film"));
    if (Math.abs(duration.toMillis() - video.request().durationMs()) > TOLERANCE_MS) {
      throw new IOException("film lasts " + duration);
    }
    return video.request().durationMs();
  }
}
