package io.albumen.photo.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The end of a process at its nth step, before or after the step took effect. */
public final class Death extends Error {
  private static final long serialVersionUID = 1L;

  private final int step;
  private final boolean isTooLate;
  private int steps;

  /**
   * @param isTooLate whether the step still takes effect
   */
  public Death(int step, boolean isTooLate) {
    super("killed at step " + step);
    this.step = step;
    this.isTooLate = isTooLate;
  }

  public boolean hasCome() {
    return steps >= step;
  }

  /** Each call is a step. */
  public <T> T stalks(Class<T> type, T victim) {
    return proxy(type, (method, arguments) -> strike(() -> invoke(victim, method, arguments)));
  }

  /** Each commit is a step. */
  public DataSource stalksCommits(DataSource database) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          var result = invoke(database, method, arguments);
          return result instanceof Connection connection ? stalked(connection) : result;
        });
  }

  private Connection stalked(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (!method.getName().equals("commit")) {
            return invoke(connection, method, arguments);
          }
          return isNext() && !isTooLate
              ? lose(connection)
              : strike(() -> invoke(connection, method, arguments));
        });
  }

  /** What a database does when the other end is gone. */
  private @Nullable Object lose(Connection connection) throws SQLException {
    connection.rollback();
    steps++;
    throw this;
  }

  private boolean isNext() {
    return steps + 1 == step;
  }

  private @Nullable Object strike(Step effect) throws Throwable {
    if (hasCome()) {
      throw this;
    }
    steps++;
    if (hasCome() && !isTooLate) {
      throw this;
    }
    var result = effect.take();
    if (hasCome()) {
      throw this;
    }
    return result;
  }

  private interface Step {
    @Nullable Object take() throws Throwable;
  }

  private interface Call {
    @Nullable Object on(Method method, @Nullable Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Death.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call.on(method, arguments)));
  }

  private static @Nullable Object invoke(Object target, Method method, @Nullable Object[] arguments)
      throws Throwable {
    var _ = method.trySetAccessible(); // of interfaces that their package keeps to itself
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
