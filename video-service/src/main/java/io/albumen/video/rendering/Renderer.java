package io.albumen.video.rendering;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import io.albumen.video.account.AccountRepository;
import io.albumen.video.film.Failure;
import io.albumen.video.film.Film;
import io.albumen.video.film.Lease;
import io.albumen.video.film.VideoId;
import io.albumen.video.film.VideoRepository;
import io.albumen.video.lifecycle.LifecycleConfig;
import io.albumen.video.lifecycle.VideoAnnouncer;
import io.albumen.video.queue.RenderVideo;
import io.albumen.video.slideshow.Abort;
import io.albumen.video.storage.FilmStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Works off one command: lease, make, store, tell. Whatever it does may be done again by another.
 */
@ApplicationScoped
public class Renderer {
  private static final Logger LOG = Logger.getLogger(Renderer.class);
  private static final int TRIES = 5;

  private final AccountRepository accounts;
  private final VideoRepository videos;
  private final FilmMaker maker;
  private final FilmStore store;
  private final VideoAnnouncer announcer;
  private final RenderingConfig config;
  private final LifecycleConfig lifecycle;
  private final Ids ids;
  private final Clock clock;

  Renderer(
      AccountRepository accounts,
      VideoRepository videos,
      FilmMaker maker,
      FilmStore store,
      VideoAnnouncer announcer,
      RenderingConfig config,
      LifecycleConfig lifecycle,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.videos = videos;
    this.maker = maker;
    this.store = store;
    this.announcer = announcer;
    this.config = config;
    this.lifecycle = lifecycle;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Returns when there is nothing left to do for this command, also because another renderer has
   * the film or it is gone.
   *
   * @throws IOException after trouble that may pass; the command is worth another try
   * @throws InterruptedException at shutdown; another renderer may have the film at once
   */
  public void render(RenderVideo command) throws IOException, InterruptedException {
    var owner = new UserId(command.userId());
    var id = new VideoId(command.videoId());
    if (accounts.standing(owner) != Standing.GOOD) {
      cancel(owner, id);
      return;
    }
    var hold = take(owner, id);
    if (hold.isPresent()) {
      work(hold.get());
    }
  }

  /** Its owner was suspended or went before anybody took it up. */
  private void cancel(UserId owner, VideoId id) {
    var video = videos.find(owner, id);
    video
        .flatMap(film -> film.cancelled(clock.instant()))
        .filter(cancelled -> videos.replace(video.get(), cancelled))
        .ifPresent(_ -> LOG.infof("film cancelled, owner barred video=%s", id));
  }

  /** Tries again when somebody else wrote meanwhile, as the API does right after enqueueing. */
  private Optional<Hold> take(UserId owner, VideoId id) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      var now = clock.instant();
      var lease = new Lease(ids.next(), ids.secret(), now.plus(config.lease()));
      var video = videos.find(owner, id);
      var leased = video.flatMap(found -> found.leased(lease, now));
      if (video.isEmpty() || leased.isEmpty()) {
        LOG.debugf("film is nobody's to make video=%s", id);
        return Optional.empty();
      }
      if (videos.replace(video.get(), leased.get())) {
        LOG.infof("film begun video=%s attempt=%d", id, leased.get().attempts());
        return Optional.of(new Hold(videos, clock, config.lease(), lease, leased.get()));
      }
    }
    throw new IOException("film %s keeps changing".formatted(id));
  }

  private void work(Hold hold) throws IOException, InterruptedException {
    try {
      workOrLose(hold);
    } catch (LeaseLost e) {
      LOG.infof("film no longer ours video=%s", hold.video().id());
      store.delete(hold.key());
    }
  }

  private void workOrLose(Hold hold) throws LeaseLost, IOException, InterruptedException {
    Film film;
    try {
      film = supervise(hold);
    } catch (FilmRefused e) {
      fail(hold, e.failure());
      return;
    } catch (InterruptedException e) {
      hold.release();
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever went wrong, the lease must not keep the film from the next try.
      giveBack(hold, e);
      throw e;
    }
    var ready = hold.complete(film);
    LOG.infof(
        "film ready video=%s sizeBytes=%d durationMs=%d",
        ready.id(), film.sizeBytes(), film.durationMs());
    announcer.announce(ready);
  }

  private void giveBack(Hold hold, Exception e) throws LeaseLost {
    var attempts = hold.video().attempts();
    LOG.warnf("film failed video=%s attempt=%d reason=%s", hold.video().id(), attempts, e);
    if (attempts >= lifecycle.maxAttempts()) {
      fail(hold, new Failure("render-failed", "The film could not be made. Try again later."));
    } else {
      hold.release();
    }
  }

  private void fail(Hold hold, Failure failure) throws LeaseLost {
    var failed = hold.fail(failure);
    LOG.infof("film refused video=%s code=%s", failed.id(), failure.code());
    store.delete(hold.key());
    announcer.announce(failed);
  }

  /** Lets another thread make the film, and meanwhile tells progress and watches the lease. */
  private Film supervise(Hold hold) throws LeaseLost, IOException, InterruptedException {
    var progress = new AtomicInteger();
    var abort = new Abort();
    var video = hold.video();
    var mediaIds = videos.mediaIds(video.owner(), video.id());
    try (var thread =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("film-maker").factory())) {
      var film = thread.submit(() -> maker.make(video, mediaIds, hold.key(), progress::set, abort));
      try {
        return await(film, hold, progress);
      } finally {
        abort.abort();
        thread.shutdownNow();
      }
    }
  }

  private Film await(Future<Film> film, Hold hold, AtomicInteger progress)
      throws LeaseLost, IOException, InterruptedException {
    while (true) {
      try {
        return film.get(config.beat().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        hold.beat(progress.get());
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException io -> throw io;
          case RuntimeException runtime -> throw runtime;
          case null, default -> throw new IllegalStateException(e);
        }
      }
    }
  }
}
