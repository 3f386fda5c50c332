package io.albumen.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableStoreTest {
  private final Path file;

  DurableStoreTest(@TempDir Path directory) {
    this.file = directory.resolve("some.db");
  }

  @Test
  void undoesAChangeThatThrowsInAllTables() {
    try (var store = DurableStore.open(file)) {
      var one = store.table("one", String.class);
      var two = store.table("two", String.class);
      store.change(() -> one.put("a", "before"));

      assertThatThrownBy(
              () ->
                  store.change(
                      () -> {
                        one.put("a", "after");
                        two.put("b", "new");
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(one.find("a")).contains("before");
      assertThat(two.find("b")).isEmpty();
    }
  }

  @Test
  void refusesWritesOutsideOfAChange() {
    try (var store = DurableStore.open(file)) {
      var table = store.table("one", String.class);

      assertThatThrownBy(() -> table.put("a", "b")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void opensAFileOnce() {
    try (var store = DurableStore.open(file)) {
      assertThat(store.table("one", String.class).size()).isZero();

      assertThatThrownBy(() -> DurableStore.open(file)).isInstanceOf(StartFailure.class);
    }
  }

  /** A copy taken while the store is open is what a killed process leaves behind. */
  @Test
  void hasEveryChangeAfterAKill() throws IOException {
    var copy = file.resolveSibling("killed.db");
    try (var store = DurableStore.open(file)) {
      var table = store.table("one", String.class);
      for (int i = 0; i < 50; i++) {
        var key = "%03d".formatted(i);
        store.change(() -> table.put(key, key));
      }
      Files.copy(file, copy);
    }

    try (var store = DurableStore.open(copy)) {
      assertThat(store.table("one", String.class).all()).hasSize(50);
    }
  }

  @Test
  void staysWholeOverFailedChangesAndRestarts() {
    var random = new Random(7);
    var expected = new TreeMap<String, String>();
    for (int round = 0; round < 8; round++) {
      try (var store = DurableStore.open(file)) {
        var table = store.table("one", String.class);
        assertThat(table.all()).hasSameSizeAs(expected.entrySet());
        for (int i = 0; i < 60; i++) {
          var key = "k" + random.nextInt(40);
          var value = "x".repeat(random.nextInt(2_000));
          if (random.nextBoolean()) {
            store.change(() -> table.put(key, value));
            expected.put(key, value);
          } else {
            fail(store, table, key);
          }
        }
        expected.forEach((key, value) -> assertThat(table.find(key)).contains(value));
      }
    }
  }

  private static void fail(DurableStore store, Table<String> table, String key) {
    assertThatThrownBy(
            () ->
                store.change(
                    () -> {
                      table.remove(key);
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
