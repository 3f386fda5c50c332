package io.albumen.video.closing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.video.account.AccountRepository;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoRepository;
import io.albumen.video.lifecycle.EventPublisher;
import io.albumen.video.storage.FilmStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Leaves nothing of a closed account but a mark of its id and the time, then says so. Every step
 * may be done again, by several at once; the mark stays due until the end, so that what a crash
 * interrupts goes on.
 */
@ApplicationScoped
public class Erasure {
  private static final Logger LOG = Logger.getLogger(Erasure.class);
  private static final String SERVICE = "video-service";
  private static final int BATCH = 50;

  private final AccountRepository accounts;
  private final VideoRepository videos;
  private final OwnersFilms films;
  private final FilmStore store;
  private final EventPublisher bus;
  private final ObjectMapper mapper;
  private final Clock clock;

  Erasure(
      AccountRepository accounts,
      VideoRepository videos,
      FilmStore store,
      EventPublisher bus,
      ObjectMapper mapper,
      Clock clock) {
    this.accounts = accounts;
    this.videos = videos;
    this.films = new OwnersFilms(videos);
    this.store = store;
    this.bus = bus;
    this.mapper = mapper;
    this.clock = clock;
  }

  private record UserDataErased(UUID userId, String service) {}

  /** The mark comes first: from then on nothing new can come. Repeated, it answers again. */
  public void erase(UserId user) {
    var now = clock.instant();
    accounts.close(user, now, now.plus(Video.PATIENCE));
    LOG.infof("account closed owner=%s", user);
    goOn(user);
  }

  /** Takes up what a crash, or a renderer that had to be waited for, left unfinished. */
  public void sweep() {
    for (var user : accounts.findDue(clock.instant(), BATCH)) {
      try {
        goOn(user);
      } catch (RuntimeException e) {
        // One account in trouble must not keep the others waiting; it stays due.
        LOG.warnf("account not erased owner=%s reason=%s", user, e);
      }
    }
  }

  private void goOn(UserId user) {
    var waiting = new ArrayList<Instant>();
    films.forEach(user, video -> erase(video).ifPresent(waiting::add));
    var next = waiting.stream().min(Instant::compareTo);
    if (next.isPresent()) {
      accounts.postpone(user, next.get());
      LOG.infof("account waits for renderers owner=%s films=%d", user, waiting.size());
      return;
    }
    bus.publish(List.of(answer(user)));
    accounts.settle(user);
    LOG.infof("account erased owner=%s", user);
  }

  /**
   * Stops the film and removes what there is of it.
   *
   * @return when the rest can go, if something is left
   */
  private Optional<Instant> erase(Video video) {
    var gone = films.step(video, film -> film.erased(clock.instant()));
    gone.stream().flatMap(film -> film.staleKeys().stream()).forEach(store::delete);
    return gone.flatMap(this::remove);
  }

  private Optional<Instant> remove(Video video) {
    var now = clock.instant();
    if (video.dueAt() != null && video.dueAt().isAfter(now)) {
      return Optional.of(video.dueAt());
    }
    return videos.remove(video) ? Optional.empty() : Optional.of(now);
  }

  private Event answer(UserId user) {
    var name = SERVICE + " " + user.value();
    var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return Event.of(
        id, "UserDataErased", clock.instant(), new UserDataErased(user.value(), SERVICE), mapper);
  }
}
