package io.albumen.video.film;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps films and their posters under names that tell nothing about whose they are. */
public interface FilmStore {

  /** Stores both files and makes sure that what is stored is what was sent. */
  void put(String key, Path film, Path poster) throws IOException;

  /** Idempotent. */
  void delete(String key);

  static String filmPath(String key) {
    return "videos/" + key + "/film.mp4";
  }

  static String posterPath(String key) {
    return "videos/" + key + "/poster.jpg";
  }
}
