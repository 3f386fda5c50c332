package io.albumen.photo.memory;

import io.albumen.common.UserId;
import io.albumen.common.cdn.SignedPrefix;
import io.albumen.photo.database.Database;
import io.albumen.photo.memory.MemoryRepository.Remembered;
import io.albumen.photo.timeline.Tile;
import io.albumen.photo.timeline.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

@ApplicationScoped
class MemoryService {
  private final MemoryRepository memories;
  private final Tiles tiles;
  private final Database database;

  MemoryService(MemoryRepository memories, Tiles tiles, Database database) {
    this.memories = memories;
    this.tiles = tiles;
    this.database = database;
  }

  /**
   * One day of an earlier year.
   *
   * @param tiles the latest of them
   */
  record Memory(int year, long count, List<Tile> tiles) {}

  /**
   * @param renditions signature for everything below the library's key
   */
  record Memories(List<Memory> memories, SignedPrefix renditions) {}

  /** Latest year first. */
  Memories of(UserId owner, LocalDate day) {
    var found =
        database.inTransaction(transaction -> memories.findAll(transaction, owner, day)).stream()
            .collect(
                Collectors.groupingBy(Remembered::year, LinkedHashMap::new, Collectors.toList()));
    return new Memories(
        found.entrySet().stream()
            .map(
                year ->
                    new Memory(
                        year.getKey(),
                        year.getValue().getFirst().count(),
                        year.getValue().stream().map(Remembered::tile).toList()))
            .toList(),
        tiles.renditions(owner));
  }
}
