package io.albumen.video.film;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores films. Every lookup names the owner, so one person can never read another's. */
public interface VideoRepository {

  /**
   * The film and its photos, in their order, together or not at all.
   *
   * @return false when the owner is suspended or gone, however lately
   */
  boolean insert(Video video, List<UUID> mediaIds);

  /** Read consistently; a film that is being deleted is still found. */
  Optional<Video> find(UserId owner, VideoId id);

  /** The photos as they were given; empty when there is no such film. */
  List<UUID> mediaIds(UserId owner, VideoId id);

  /** Visible films, newest first, older than {@code before} where given. */
  List<Video> findAll(UserId owner, int limit, @Nullable VideoId before);

  /**
   * Films in every state, also those being deleted, oldest first, newer than {@code after} where
   * given; read consistently.
   */
  List<Video> findEvery(UserId owner, int limit, @Nullable VideoId after);

  /** Makes {@code after} true if {@code before} still is; false when somebody was faster. */
  boolean replace(Video before, Video after);

  /** Forgets the film and its photos if {@code video} is still what is stored. */
  boolean remove(Video video);

  /** Films of all people whose time has come, the longest waiting first; may lag behind writes. */
  List<Video> findDue(Instant now, int limit);
}
