package io.albumen.photo.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The library's PostgreSQL database. */
@ApplicationScoped
public class Database {
  private static final int TRIES = 5;

  private final DataSource dataSource;

  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Does the work in one transaction, which commits when the work returns and rolls back when it
   * throws. The work may run several times (a deadlock, a serialization failure, a pooled
   * connection whose server was restarted), so it must touch nothing but the database.
   *
   * @throws DatabaseUnavailable when the server can't be reached; if it went away during the
   *     commit, the work may have been done
   */
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    return retrying(() -> once(work));
  }

  /**
   * Does work that only reads, and may run several times as well. Each statement may see what was
   * committed since the one before.
   */
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    return retrying(() -> reading(work));
  }

  private static <T extends @Nullable Object> T retrying(Supplier<T> work) {
    for (var attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (DatabaseException failure) {
        if (attempt < TRIES && (failure.isTransient() || failure.isConnectionLost())) {
          continue;
        }
        throw failure.isConnectionLost() ? new DatabaseUnavailable(failure) : failure;
      }
    }
  }

  public void transact(Consumer<Transaction> work) {
    inTransaction(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  private <T extends @Nullable Object> T reading(Function<Transaction, T> work) {
    try (var connection = connect()) {
      connection.setAutoCommit(true);
      return work.apply(new Transaction(connection));
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  private <T extends @Nullable Object> T once(Function<Transaction, T> work) {
    try (var connection = connect()) {
      try {
        connection.setAutoCommit(false);
        var transaction = new Transaction(connection);
        var result = work.apply(transaction);
        transaction.catchUp();
        commit(connection);
        return result;
      } catch (SQLException | RuntimeException | Error failure) {
        rollBack(connection, failure);
        throw failure;
      }
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  /** What may have been done is not done again without being asked for. */
  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failure) {
      if (new DatabaseException(failure).isConnectionLost()) {
        throw new DatabaseUnavailable(failure);
      }
      throw failure;
    }
  }

  private Connection connect() {
    try {
      return dataSource.getConnection();
    } catch (SQLException failure) {
      throw new DatabaseUnavailable(failure);
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      cause.addSuppressed(failure);
    }
  }
}
