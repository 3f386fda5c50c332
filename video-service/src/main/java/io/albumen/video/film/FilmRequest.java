package io.albumen.video.film;

import java.time.Instant;

/** What was asked for; never changes. The photos themselves are kept apart, they may be many. */
public record FilmRequest(String title, FilmOptions options, int photoCount, Instant createdAt) {

  public long durationMs() {
    return options.durationMs(photoCount);
  }
}
