package io.albumen.photo.testing;

import io.albumen.common.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A library of synthetic items, as {@code bench/run seed} makes them; one for all tests. */
public final class SeededLibrary {
  private static final int ITEMS = 4_000;
  private static final Path SEED = Path.of("..", "bench", "library", "seed.sql");
  private static @Nullable UserId owner;

  private SeededLibrary() {}

  public static synchronized UserId in(DataSource source) {
    if (owner == null) {
      var made = new UserId(UUID.randomUUID());
      seed(source, made);
      owner = made;
    }
    return owner;
  }

  private static void seed(DataSource source, UserId made) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (var sql : script(made).split(";\\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the library could not be seeded", e);
    }
  }

  /** Without what only psql knows. */
  private static String script(UserId made) throws IOException {
    return Files.readAllLines(SEED).stream()
        .filter(line -> !line.startsWith("\\"))
        .collect(Collectors.joining("\n", "", "\n"))
        .replace(":'owners'", "'{%s}'".formatted(made))
        .replace(":items", Integer.toString(ITEMS));
  }
}
