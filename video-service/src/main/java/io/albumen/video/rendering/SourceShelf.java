package io.albumen.video.rendering;

import io.albumen.common.UserId;
import io.albumen.video.film.FilmOptions.PhotoOrder;
import io.albumen.video.film.Video;
import io.albumen.video.source.PhotoSources;
import io.albumen.video.source.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sources of one film in the order they are shown. URLs live shorter than a long film takes, so
 * they are asked for again, and with them whether the user may still read.
 */
final class SourceShelf {
  private static final Duration LEAST_LIFE = Duration.ofMinutes(2);

  private final PhotoSources sources;
  private final UserId owner;
  private final Clock clock;
  private final List<UUID> order;
  private final @Nullable UUID music;
  private final Map<UUID, Source> known = new HashMap<>();

  /**
   * @throws FilmRefused if one is missing or of the wrong kind: a film lacking a photo is not the
   *     film that was asked for
   */
  SourceShelf(PhotoSources sources, Clock clock, Video video, List<UUID> mediaIds) {
    this.sources = sources;
    this.clock = clock;
    this.owner = video.owner();
    this.music = video.request().options().musicMediaId();
    var all = new ArrayList<>(mediaIds);
    if (music != null) {
      all.add(music);
    }
    refresh(all);
    var options = video.request().options();
    mediaIds.forEach(id -> require(id, Source.Kind.PHOTO));
    if (music != null) {
      require(music, Source.Kind.SOUND);
    }
    this.order = inOrder(mediaIds, options.order(), options.seed());
  }

  Source.Readable photo(int index) {
    return fresh(index, order.get(index), Source.Kind.PHOTO);
  }

  Source.@Nullable Readable music() {
    return music == null ? null : fresh(order.size(), music, Source.Kind.SOUND);
  }

  private synchronized Source.Readable fresh(int index, UUID id, Source.Kind kind) {
    var source = require(id, kind);
    if (source.expiresAt().isAfter(clock.instant().plus(LEAST_LIFE))) {
      return source;
    }
    refresh(index < order.size() ? order.subList(index, order.size()) : List.of(id));
    return require(id, kind);
  }

  private void refresh(List<UUID> ids) {
    known.putAll(sources.find(owner, ids));
  }

  private Source.Readable require(UUID id, Source.Kind kind) {
    return switch (known.getOrDefault(id, new Source.Absent(id))) {
      case Source.Readable source when source.kind() == kind -> source;
      case Source.Readable _ -> throw new FilmRefused("source-unusable", id + " is no " + kind);
      case Source.NotReady _ -> throw new FilmRefused("source-unusable", id + " is not ready");
      case Source.Absent _ -> throw new FilmRefused("source-missing", id + " is no longer there");
    };
  }

  /** Photos without a date come last, as they were given. */
  private List<UUID> inOrder(List<UUID> ids, PhotoOrder order, long seed) {
    var sorted = new ArrayList<>(ids);
    switch (order) {
      case GIVEN -> {}
      case SHUFFLED -> Collections.shuffle(sorted, new Random(seed));
      case TAKEN_AT ->
          sorted.sort(
              Comparator.comparing(
                  id -> require(id, Source.Kind.PHOTO).takenAt(),
                  Comparator.nullsLast(Comparator.<Instant>naturalOrder())));
    }
    return List.copyOf(sorted);
  }
}
