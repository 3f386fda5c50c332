package io.albumen.video.rendering;

import io.albumen.video.film.Failure;

/** No try will ever make this film; its owner is told why. */
final class FilmRefused extends RuntimeException {
  private final Failure failure;

  FilmRefused(String code, String detail) {
    super(detail);
    this.failure = new Failure(code, detail);
  }

  Failure failure() {
    return failure;
  }
}
