package io.albumen.local.store;

import io.albumen.local.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVMap;

/** Rows of one kind, in key order. Written only inside {@link DurableStore#change}. */
public final class Table<T> {
  private final MVMap<String, byte[]> rows;
  private final Class<T> type;
  private final ReentrantLock writing;

  Table(MVMap<String, byte[]> rows, Class<T> type, ReentrantLock writing) {
    this.rows = rows;
    this.type = type;
    this.writing = writing;
  }

  /** A row and the key it stands under. */
  public record Row<T>(String key, T value) {}

  public Optional<T> find(String key) {
    return Optional.ofNullable(rows.get(key)).map(json -> Json.read(json, type));
  }

  public void put(String key, T value) {
    inChange();
    rows.put(key, Json.bytes(value));
  }

  public void remove(String key) {
    inChange();
    rows.remove(key);
  }

  public void clear() {
    inChange();
    rows.clear();
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

  private void inChange() {
    if (!writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("write outside of a change");
    }
  }
}
