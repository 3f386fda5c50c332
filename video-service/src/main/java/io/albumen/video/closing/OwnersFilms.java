package io.albumen.video.closing;

import io.albumen.common.UserId;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoRepository;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All films of one person, in whatever state, a page at a time. */
final class OwnersFilms {
  private static final int PAGE = 50;

  /** A renderer writes once a second, so losing against it more often than this is no accident. */
  private static final int TRIES = 10;

  private final VideoRepository videos;

  OwnersFilms(VideoRepository videos) {
    this.videos = videos;
  }

  void forEach(UserId owner, Consumer<Video> action) {
    var page = videos.findEvery(owner, PAGE, null);
    while (!page.isEmpty()) {
      page.forEach(action);
      page = videos.findEvery(owner, PAGE, page.getLast().id());
    }
  }

  /**
   * Takes a step wherever it is allowed, also if a renderer was faster.
   *
   * @return the film as it is then; empty when it has gone meanwhile
   */
  Optional<Video> step(Video seen, Function<Video, Optional<Video>> step) {
    var before = Optional.of(seen);
    for (int i = 0; i < TRIES && before.isPresent(); i++) {
      var after = step.apply(before.get());
      if (after.isEmpty()) {
        return before;
      }
      if (videos.replace(before.get(), after.get())) {
        return after;
      }
      before = videos.find(seen.owner(), seen.id());
    }
    if (before.isEmpty()) {
      return before;
    }
    throw new IllegalStateException("film %s keeps changing".formatted(seen.id()));
  }
}
