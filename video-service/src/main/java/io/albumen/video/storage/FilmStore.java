package io.albumen.video.storage;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps films and their posters under names that tell nothing about whose they are. */
public interface FilmStore {

  /** Stores both files and makes sure that what is stored is what was sent. */
  void put(String key, Path film, Path poster) throws IOException;

  /** Whatever lies under the key, in every version. Idempotent. */
  void delete(String key);

  static String folder(String key) {
    return "videos/" + key + "/";
  }

  static String filmPath(String key) {
    return folder(key) + "film.mp4";
  }

  static String posterPath(String key) {
    return folder(key) + "poster.jpg";
  }
}
