package io.albumen.video.storage;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

public class InMemoryFilmStore implements FilmStore {
  private final Set<String> keys = new ConcurrentSkipListSet<>();

  @Override
  public void put(String key, Path film, Path poster) {
    put(key);
  }

  public void put(String key) {
    keys.add(key);
  }

  @Override
  public void delete(String key) {
    keys.remove(key);
  }

  public Set<String> keys() {
    return keys;
  }
}
