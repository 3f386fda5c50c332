package io.albumen.video.film;

import io.albumen.common.UserId;
import io.albumen.video.film.RenderState.Cancelled;
import io.albumen.video.film.RenderState.Deleting;
import io.albumen.video.film.RenderState.Failed;
import io.albumen.video.film.RenderState.Queued;
import io.albumen.video.film.RenderState.Ready;
import io.albumen.video.film.RenderState.Rendering;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One film of one person, and every step it may take. A step gives the next value, or nothing where
 * it is not allowed; {@link VideoRepository#replace} makes it true only if nobody else took a step
 * meanwhile.
 *
 * @param staleKeys of attempts that came to nothing, whose objects are still to be removed
 * @param announcements facts not yet known to have reached the bus
 * @param dueAt when the sweeper must look at it; absent when nothing is left to do
 * @param revision grows with every step
 */
public record Video(
    UserId owner,
    VideoId id,
    FilmRequest request,
    RenderState state,
    List<String> staleKeys,
    List<Announcement> announcements,
    @Nullable Instant dueAt,
    long revision) {

  /** How long the sweeper waits for whoever took a step to finish what follows from it. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long a command may wait in the queue before the sweeper asks again. */
  public static final Duration QUEUE_PATIENCE = Duration.ofMinutes(15);

  /** How long an attempt that lost its lease may still be storing objects. */
  static final Duration STRAGGLER = Duration.ofMinutes(10);

  /** How long after a lease its renderer has surely noticed that its film is gone. */
  private static final Duration NOTICE = Duration.ofSeconds(30);

  /** As that, for attempts whose leases nobody knows any more. */
  private static final Duration LAST_LOOK = Duration.ofSeconds(90);

  public Video {
    staleKeys = List.copyOf(staleKeys);
    announcements = List.copyOf(announcements);
  }

  public static Video queued(UserId owner, VideoId id, FilmRequest request) {
    return new Video(
        owner,
        id,
        request,
        new Queued(0),
        List.of(),
        List.of(),
        request.createdAt().plus(PATIENCE),
        0);
  }

  /**
   * The command is in the queue; look again only when it should long have been taken. A renderer
   * that held it and fell silent is given up.
   */
  public Optional<Video> enqueued(Instant now, Instant lookAgain) {
    return switch (state) {
      case Queued _ -> Optional.of(with(state, staleKeys, lookAgain));
      case Rendering(int attempts, Lease held, int _) when held.isOver(now) ->
          Optional.of(with(new Queued(attempts), stale(held.key()), lookAgain));
      case Rendering _, Ready _, Failed _, Cancelled _, Deleting _ -> Optional.empty();
    };
  }

  /** Hands the film to a renderer unless another still holds it. */
  public Optional<Video> leased(Lease lease, Instant now) {
    return switch (state) {
      case Queued(int attempts) ->
          Optional.of(with(new Rendering(attempts + 1, lease, 0), staleKeys, lease.until()));
      case Rendering(int attempts, Lease held, int _) when held.isOver(now) ->
          Optional.of(
              with(new Rendering(attempts + 1, lease, 0), stale(held.key()), lease.until()));
      case Rendering _, Ready _, Failed _, Cancelled _, Deleting _ -> Optional.empty();
    };
  }

  /** Tells how far it is and keeps the lease alive. */
  public Optional<Video> progressed(UUID token, int percent, Instant until) {
    return heldBy(token)
        .map(
            held ->
                with(
                    new Rendering(
                        held.attempts(),
                        held.lease().until(until),
                        Math.max(percent, held.progress())),
                    staleKeys,
                    until));
  }

  public Optional<Video> completed(UUID token, Film film, Instant now) {
    return heldBy(token)
        .map(_ -> with(new Ready(film), staleKeys, now).announcing(Announcement.Kind.READY, now));
  }

  /** Gives the film back to the queue after trouble that may pass. */
  public Optional<Video> released(UUID token, Instant lookAgain) {
    return heldBy(token)
        .map(held -> with(new Queued(held.attempts()), stale(held.lease().key()), lookAgain));
  }

  /** By the renderer that holds it, for good. */
  public Optional<Video> failed(UUID token, Failure failure, Instant now) {
    return heldBy(token).map(held -> failed(stale(held.lease().key()), failure, now));
  }

  /** By the sweeper or the dead letter queue, when nobody holds it any more. */
  public Optional<Video> abandoned(Failure failure, Instant now) {
    return switch (state) {
      case Queued _ -> Optional.of(failed(staleKeys, failure, now));
      case Rendering(int _, Lease lease, int _) when lease.isOver(now) ->
          Optional.of(failed(stale(lease.key()), failure, now));
      case Rendering _, Ready _, Failed _, Cancelled _, Deleting _ -> Optional.empty();
    };
  }

  /** Stops a film that is not made yet; its renderer notices at its next write. */
  public Optional<Video> cancelled(Instant now) {
    return switch (state) {
      case Queued _ -> Optional.of(with(new Cancelled(), staleKeys, now));
      case Rendering(int _, Lease lease, int _) ->
          Optional.of(with(new Cancelled(), stale(lease.key()), now));
      case Ready _, Failed _, Cancelled _, Deleting _ -> Optional.empty();
    };
  }

  /** Hides a film at once; its objects go next, the record last. */
  public Optional<Video> deleting(Instant now) {
    return switch (state) {
      case Ready(Film film) -> Optional.of(with(new Deleting(), stale(film.key()), now));
      case Failed _, Cancelled _ -> Optional.of(with(new Deleting(), staleKeys, now));
      case Queued _, Rendering _, Deleting _ -> Optional.empty();
    };
  }

  /**
   * Ends whatever goes on, as the owner's account is gone; nothing is told of it any more. Its
   * objects go at once, and again, with the record, when it is due: then no renderer can still be
   * storing any. Empty when it is on its way out already.
   */
  public Optional<Video> erased(Instant now) {
    return switch (state) {
      case Rendering(int _, Lease lease, int _) ->
          Optional.of(gone(stale(lease.key()), later(lease.until(), now).plus(NOTICE)));
      case Ready(Film film) -> Optional.of(gone(stale(film.key()), lastLook(now)));
      case Queued _, Failed _, Cancelled _ -> Optional.of(gone(staleKeys, lastLook(now)));
      case Deleting _ ->
          dueAt != null && dueAt.isAfter(lastLook(now))
              ? Optional.of(gone(staleKeys, lastLook(now)))
              : Optional.empty();
    };
  }

  public Optional<Video> retried(Instant now) {
    return state instanceof Failed
        ? Optional.of(with(new Queued(0), staleKeys, now.plus(PATIENCE)))
        : Optional.empty();
  }

  /** Everything told so far has reached the bus. */
  public Video announced(Instant now) {
    return telling(List.of()).stepped(staleKeys, now);
  }

  /** The objects under these keys are gone. */
  public Video cleaned(List<String> keys, Instant now) {
    return stepped(staleKeys.stream().filter(key -> !keys.contains(key)).toList(), now);
  }

  /** Leases taken since the film was last asked for. */
  public int attempts() {
    return switch (state) {
      case Queued(int attempts) -> attempts;
      case Rendering(int attempts, Lease _, int _) -> attempts;
      case Ready _, Failed _, Cancelled _, Deleting _ -> 0;
    };
  }

  /** Whether an attempt that came to nothing may still be storing objects. */
  public boolean mayHaveStragglers() {
    return !staleKeys.isEmpty();
  }

  public boolean isVisible() {
    return !(state instanceof Deleting);
  }

  private Optional<Rendering> heldBy(UUID token) {
    return state instanceof Rendering rendering && rendering.lease().token().equals(token)
        ? Optional.of(rendering)
        : Optional.empty();
  }

  private Video gone(List<String> stale, Instant lastLook) {
    return new Video(owner, id, request, new Deleting(), stale, List.of(), lastLook, revision + 1);
  }

  private Instant lastLook(Instant now) {
    return mayHaveStragglers() ? now.plus(LAST_LOOK) : now;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Video failed(List<String> stale, Failure failure, Instant now) {
    return with(new Failed(failure), stale, now).announcing(Announcement.Kind.FAILED, now);
  }

  private Video announcing(Announcement.Kind kind, Instant now) {
    var name = id + "/" + kind.eventType() + "/" + revision;
    var told = new ArrayList<>(announcements);
    told.add(
        new Announcement(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), kind, now));
    return telling(told).due(now.plus(PATIENCE));
  }

  private Video telling(List<Announcement> told) {
    return new Video(owner, id, request, state, staleKeys, told, dueAt, revision);
  }

  private Video due(@Nullable Instant when) {
    return new Video(owner, id, request, state, staleKeys, announcements, when, revision);
  }

  /** The same state with something put in order; a film in motion stays due when it was. */
  private Video stepped(List<String> stale, Instant now) {
    var inMotion = state instanceof Queued || state instanceof Rendering;
    return with(state, stale, inMotion && dueAt != null ? dueAt : now);
  }

  private List<String> stale(String key) {
    var keys = new ArrayList<>(staleKeys);
    keys.add(key);
    return keys;
  }

  /**
   * The next value. For states in which a film is in motion {@code when} is when to look again; for
   * those at rest it is now, and what is left to do decides.
   */
  private Video with(RenderState next, List<String> stale, Instant when) {
    var due =
        switch (next) {
          case Queued _, Rendering _ -> when;
          case Deleting _ -> when.plus(mayHaveStragglers() ? STRAGGLER : PATIENCE);
          case Ready _, Failed _, Cancelled _ -> dueAtRest(stale, when);
        };
    return new Video(owner, id, request, next, stale, announcements, due, revision + 1);
  }

  private @Nullable Instant dueAtRest(List<String> stale, Instant now) {
    if (!announcements.isEmpty()) {
      return now.plus(PATIENCE);
    }
    return stale.isEmpty() ? null : now.plus(STRAGGLER);
  }
}
