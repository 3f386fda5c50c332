package io.albumen.photo.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row being read. The plain methods are for columns that are never null. */
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  public UUID uuid(String column) {
    return present(column, UUID.class);
  }

  public @Nullable UUID uuidOrNull(String column) {
    return read(column, UUID.class);
  }

  public String text(String column) {
    return present(column, String.class);
  }

  public @Nullable String textOrNull(String column) {
    return read(column, String.class);
  }

  /** An array of text, without nulls. */
  public List<String> texts(String column) {
    try {
      return List.of((String[]) present(column, Array.class).getArray());
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    return Enum.valueOf(type, text(column));
  }

  public long number(String column) {
    return present(column, Long.class);
  }

  public @Nullable Long numberOrNull(String column) {
    return read(column, Long.class);
  }

  public int integer(String column) {
    return present(column, Integer.class);
  }

  public @Nullable Integer integerOrNull(String column) {
    return read(column, Integer.class);
  }

  public @Nullable Double realOrNull(String column) {
    return read(column, Double.class);
  }

  public boolean flag(String column) {
    return present(column, Boolean.class);
  }

  public Instant instant(String column) {
    return present(column, OffsetDateTime.class).toInstant();
  }

  public @Nullable Instant instantOrNull(String column) {
    var read = read(column, OffsetDateTime.class);
    return read == null ? null : read.toInstant();
  }

  public LocalDateTime localTime(String column) {
    return present(column, LocalDateTime.class);
  }

  private <T> T present(String column, Class<T> type) {
    return Objects.requireNonNull(read(column, type), column);
  }

  private <T> @Nullable T read(String column, Class<T> type) {
    try {
      return rows.getObject(column, type);
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }
}
