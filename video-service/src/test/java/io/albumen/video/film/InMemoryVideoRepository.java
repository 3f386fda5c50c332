package io.albumen.video.film;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

public class InMemoryVideoRepository implements VideoRepository {
  private final Map<VideoId, Video> videos = new HashMap<>();
  private final Map<VideoId, List<UUID>> sources = new HashMap<>();

  private final Predicate<UserId> admitted;

  public InMemoryVideoRepository() {
    this(owner -> true);
  }

  /**
   * @param admitted who may have new films
   */
  public InMemoryVideoRepository(Predicate<UserId> admitted) {
    this.admitted = admitted;
  }

  @Override
  public synchronized boolean insert(Video video, List<UUID> mediaIds) {
    if (!admitted.test(video.owner())) {
      return false;
    }
    if (videos.putIfAbsent(video.id(), video) != null) {
      throw new IllegalStateException("already there");
    }
    sources.put(video.id(), List.copyOf(mediaIds));
    return true;
  }

  @Override
  public synchronized Optional<Video> find(UserId owner, VideoId id) {
    return Optional.ofNullable(videos.get(id)).filter(video -> video.owner().equals(owner));
  }

  @Override
  public synchronized List<UUID> mediaIds(UserId owner, VideoId id) {
    return find(owner, id).map(video -> sources.get(video.id())).orElse(List.of());
  }

  @Override
  public synchronized List<Video> findAll(UserId owner, int limit, @Nullable VideoId before) {
    Comparator<Video> byId = Comparator.comparing(video -> video.id().toString());
    return videos.values().stream()
        .filter(video -> video.owner().equals(owner) && video.isVisible())
        .filter(video -> before == null || video.id().toString().compareTo(before.toString()) < 0)
        .sorted(byId.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Video> findEvery(UserId owner, int limit, @Nullable VideoId after) {
    return videos.values().stream()
        .filter(video -> video.owner().equals(owner))
        .filter(video -> after == null || video.id().toString().compareTo(after.toString()) > 0)
        .sorted(Comparator.comparing(video -> video.id().toString()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean replace(Video before, Video after) {
    var stored = videos.get(before.id());
    if (after.equals(stored)) {
      return true;
    }
    if (stored == null || stored.revision() != before.revision()) {
      return false;
    }
    videos.put(after.id(), after);
    return true;
  }

  @Override
  public synchronized boolean remove(Video video) {
    var stored = videos.get(video.id());
    if (stored == null || stored.revision() != video.revision()) {
      return false;
    }
    sources.remove(video.id());
    videos.remove(video.id());
    return true;
  }

  @Override
  public synchronized List<Video> findDue(Instant now, int limit) {
    return videos.values().stream()
        .filter(video -> video.dueAt() != null && !video.dueAt().isAfter(now))
        .sorted(Comparator.comparing(Video::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
        .limit(limit)
        .toList();
  }
}
