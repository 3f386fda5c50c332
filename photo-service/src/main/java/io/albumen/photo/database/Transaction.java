package io.albumen.photo.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction. Parameters go by position and may be null; {@link Instant}, enums, {@link
 * UUID}, lists of UUID, long or text (as arrays) and what JDBC knows are understood.
 */
public final class Transaction {
  private final Connection connection;
  private final Map<String, List<@Nullable Object[]>> putOff = new LinkedHashMap<>();

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /**
   * Changes rows before anything else is asked or committed, in one go with all that is put off by
   * the same statement. Different statements are done in the order in which they first came.
   */
  public void later(String sql, @Nullable Object... parameters) {
    putOff.computeIfAbsent(sql, _ -> new ArrayList<>()).add(parameters);
  }

  /** Does what was put off. */
  void catchUp() throws SQLException {
    if (putOff.isEmpty()) {
      return;
    }
    var due = new LinkedHashMap<>(putOff);
    putOff.clear();
    for (var changes : due.entrySet()) {
      try (var statement = connection.prepareStatement(changes.getKey())) {
        for (var parameters : changes.getValue()) {
          set(statement, parameters);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  /** Answers how many rows changed. */
  public int update(String sql, @Nullable Object... parameters) {
    try (var statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  /** Also for statements with {@code returning}. */
  public <T> List<T> query(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    try (var statement = prepare(sql, parameters);
        var rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.apply(new Row(rows)));
      }
      return List.copyOf(found);
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  /** The only row, or none. */
  public <T> Optional<T> find(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    var found = query(sql, reader, parameters);
    if (found.size() > 1) {
      throw new IllegalStateException("expected one row, found " + found.size());
    }
    return found.stream().findFirst();
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    catchUp();
    var statement = connection.prepareStatement(sql);
    try {
      set(statement, parameters);
      return statement;
    } catch (SQLException failure) {
      statement.close();
      throw failure;
    }
  }

  private void set(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, toJdbc(parameters[i]));
    }
  }

  private @Nullable Object toJdbc(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case List<?> list when !list.isEmpty() && list.getFirst() instanceof UUID ->
          connection.createArrayOf("uuid", list.toArray());
      case List<?> list when !list.isEmpty() && list.getFirst() instanceof Long ->
          connection.createArrayOf("bigint", list.toArray());
      case List<?> list -> connection.createArrayOf("text", list.toArray());
      default -> value;
    };
  }
}
