package io.albumen.local.store;

import io.albumen.local.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;

/** Rows of one kind, in key order. Written only inside {@link DurableStore#change}. */
public final class Table<T> {
  private final MVMap<String, byte[]> rows;
  private final Class<T> type;
  private final Consumer<Runnable> undo;

  Table(MVMap<String, byte[]> rows, Class<T> type, Consumer<Runnable> undo) {
    this.rows = rows;
    this.type = type;
    this.undo = undo;
  }

  /** A row and the key it stands under. */
  public record Row<T>(String key, T value) {}

  public Optional<T> find(String key) {
    return Optional.ofNullable(rows.get(key)).map(json -> Json.read(json, type));
  }

  public void put(String key, T value) {
    remember(key);
    rows.put(key, Json.bytes(value));
  }

  public void remove(String key) {
    remember(key);
    rows.remove(key);
  }

  public void clear() {
    List.copyOf(rows.keySet()).forEach(this::remove);
  }

  /** How to get back, before anything is written. */
  private void remember(String key) {
    var before = rows.get(key);
    undo.accept(
        () -> {
          if (before == null) {
            rows.remove(key);
          } else {
            rows.put(key, before);
          }
        });
  }

  public int size() {
    return rows.size();
  }

  public List<Row<T>> all() {
    return under("");
  }

  /** The rows whose key starts so, in key order. */
  public List<Row<T>> under(String prefix) {
    var found = new ArrayList<Row<T>>();
    var cursor = rows.cursor(prefix.isEmpty() ? rows.firstKey() : prefix);
    while (cursor.hasNext()) {
      var key = cursor.next();
      if (!key.startsWith(prefix)) {
        break;
      }
      found.add(new Row<>(key, Json.read(cursor.getValue(), type)));
    }
    return List.copyOf(found);
  }

  /** The last rows first, after skipping some. */
  public List<Row<T>> newest(int skip, int limit) {
    var found = new ArrayList<Row<T>>();
    long last = rows.sizeAsLong() - 1L - skip;
    for (long index = last; index >= 0 && found.size() < limit; index--) {
      var key = rows.getKey(index);
      find(key).ifPresent(value -> found.add(new Row<>(key, value)));
    }
    return List.copyOf(found);
  }
}
