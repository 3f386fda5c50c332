package io.albumen.local.store;

import io.albumen.local.StartFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * One file of named tables. A change is atomic over all tables and on disk when {@link #change}
 * returns; a process killed half-way leaves the state before it.
 */
public final class DurableStore implements AutoCloseable {
  private static final int WITHOUT_COMPACTION = 0; // H2's moves chunks in place, and fails at it

  private final MVStore store;
  private final ReentrantLock writing = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  private DurableStore(MVStore store) {
    this.store = store;
  }

  /** Opens the file, making it if need be. {@code retry:} survives an interrupted thread. */
  public static DurableStore open(Path file) {
    try {
      var store = new MVStore.Builder().fileName("retry:" + file).autoCommitDisabled().open();
      store.setRetentionTime(0); // safe as each commit is synced, and keeps the file small
      return new DurableStore(store);
    } catch (MVStoreException e) {
      throw new StartFailure(
          "The data in %s cannot be opened: another stack is using it, or it is damaged."
              .formatted(file),
          e);
    }
  }

  /** Rows are kept as JSON; a member that a newer version added reads as null from older rows. */
  public <T> Table<T> table(String name, Class<T> type) {
    var builder =
        new MVMap.Builder<String, byte[]>()
            .keyType(StringDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE);
    return new Table<>(store.openMap(name, builder), type, this::undoBy);
  }

  /** Changes run one at a time; what one throws undoes it. May be nested: the outermost commits. */
  public <R> R change(Supplier<R> change) {
    writing.lock();
    var before = undo.size();
    var done = false;
    try {
      var result = change.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        undoDownTo(before);
      }
      if (writing.getHoldCount() == 1) {
        commit();
      }
      writing.unlock();
    }
  }

  /** Nothing to undo means nothing was written. */
  private void commit() {
    if (!undo.isEmpty()) {
      undo.clear();
      store.commit();
      store.sync();
    }
  }

  /** By writes of our own: H2 itself does not use {@code MVStore.rollback}, nor trust it. */
  private void undoDownTo(int size) {
    while (undo.size() > size) {
      undo.pop().run();
    }
  }

  private void undoBy(Runnable step) {
    if (!writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("write outside of a change");
    }
    undo.push(step);
  }

  /** As {@link #change(Supplier)}, without a result. */
  public void change(Runnable change) {
    this.<Boolean>change(
        () -> {
          change.run();
          return true;
        });
  }

  @Override
  public void close() {
    writing.lock();
    try {
      store.close(WITHOUT_COMPACTION);
    } finally {
      writing.unlock();
    }
  }
}
