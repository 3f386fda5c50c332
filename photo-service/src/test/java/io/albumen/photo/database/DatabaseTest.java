package io.albumen.photo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final String CRASHED = "57P02";
  private static final String BROKEN_OFF = "08006";
  private static final String NO_SUCH_TABLE = "42P01";

  private final AtomicInteger connections = new AtomicInteger();

  @Test
  void goesOnWithAnotherConnectionWhenThePooledOneIsDead() {
    work(pool("prepareStatement", CRASHED, 2));

    assertThat(connections).hasValue(3);
  }

  @Test
  void saysWhenToComeAgainWhileTheServerIsAway() {
    assertThatThrownBy(() -> work(pool("prepareStatement", BROKEN_OFF, 100)))
        .isInstanceOfSatisfying(
            DatabaseUnavailable.class,
            away -> assertThat(away.retryAfter()).contains(Duration.ofSeconds(5)));
  }

  @Test
  void doesNotRepeatWhatWasLostInTheCommitAndMayBeDone() {
    assertThatThrownBy(() -> work(pool("commit", BROKEN_OFF, 1)))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThat(connections).hasValue(1);
  }

  @Test
  void takesABugOfOursForNoAbsence() {
    assertThatThrownBy(() -> work(pool("prepareStatement", NO_SUCH_TABLE, 1)))
        .isInstanceOf(DatabaseException.class);

    assertThat(connections).hasValue(1);
  }

  private static void work(DataSource pool) {
    new Database(pool).transact(transaction -> transaction.update("a statement"));
  }

  /** The first so many connections fail in the method. */
  private DataSource pool(String method, String state, int failing) {
    return proxy(
        DataSource.class,
        (_, _, _) -> connection(connections.incrementAndGet() <= failing, method, state));
  }

  private static Connection connection(boolean fails, String method, String state) {
    return proxy(
        Connection.class,
        (_, called, _) -> {
          if (fails && called.getName().equals(method)) {
            throw new SQLException("gone", state);
          }
          return called.getReturnType() == PreparedStatement.class ? statement() : null;
        });
  }

  private static PreparedStatement statement() {
    return proxy(
        PreparedStatement.class,
        (_, called, _) -> called.getReturnType() == int.class ? Integer.valueOf(1) : null);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
