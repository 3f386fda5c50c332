package io.albumen.photo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells how PostgreSQL does what repositories ask for: each query is explained before it runs. */
public final class Plans {
  /** A scan of large tables, though by an index. */
  private static final Pattern ALL_OF_A_LIBRARY =
      Pattern.compile(
          " on (media|media_terms)( \\w+)?\\n *Index Cond: \\(owner_id = '[^']*'::uuid\\)\\n");

  /** What is kept only to find things is read from its index. */
  private static final Pattern ROWS_OF_WHAT_IS_KEPT =
      Pattern.compile(
          "Index Scan( Backward)? using \\w+ on"
              + " (media_terms|library_terms|map_cells|timeline_buckets)");

  private final List<String> plans = new ArrayList<>();

  /** The plans of the work's queries, in order, without costs. */
  public static List<String> of(DataSource source, Consumer<Transaction> work) {
    var plans = new Plans();
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // A library for tests is so small that reading all of it may be the quickest way.
      statement.execute("set local enable_seqscan = off; set local enable_bitmapscan = off");
      work.accept(new Transaction(plans.watch(connection)));
      connection.rollback();
      return List.copyOf(plans.plans);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection watch(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.equals("prepareStatement")
                ? watch(
                    connection.prepareStatement((String) arguments[0]),
                    connection.prepareStatement("explain (costs off) " + arguments[0]))
                : null,
        connection);
  }

  private PreparedStatement watch(PreparedStatement real, PreparedStatement explained) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.equals("setObject")) {
            explained.setObject((int) arguments[0], arguments[1]);
          } else if (method.equals("executeQuery")) {
            plans.add(read(explained));
          }
          return null;
        },
        real);
  }

  /**
   * The plan of every query, all of which must find what they need by indexes.
   *
   * @param name of the file for people to read, written with {@code -Dplans.update=true}
   */
  public static void check(String name, DataSource source, Consumer<Transaction> work) {
    var plans = of(source, work);
    if (Boolean.getBoolean("plans.update")) {
      write(Path.of("src/test/resources/plans", name + ".txt"), String.join("\n", plans));
    }
    assertThat(plans)
        .isNotEmpty()
        .allSatisfy(
            plan ->
                assertThat(plan)
                    .contains("Index")
                    .doesNotContain("Seq Scan", "Bitmap")
                    .doesNotContainPattern(ALL_OF_A_LIBRARY)
                    .doesNotContainPattern(ROWS_OF_WHAT_IS_KEPT));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(PreparedStatement explained) throws SQLException {
    var plan = new StringBuilder();
    try (explained;
        var lines = explained.executeQuery()) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  /** Something else to do, or to do before; null to go on as usual. */
  private interface Interception {
    @Nullable Object on(String method, Object[] arguments) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, Interception interception, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              var other = interception.on(method.getName(), arguments);
              if (other != null) {
                return other;
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
