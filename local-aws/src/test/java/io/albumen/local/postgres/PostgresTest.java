package io.albumen.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PostgresTest {
  private static final String URL = TestStack.setting("quarkus.datasource.jdbc.url");

  @Test
  void letsTheServiceMakeItsOwnTables() throws SQLException {
    var password = TestStack.setting("quarkus.datasource.password");
    try (var connection = DriverManager.getConnection(URL, "photo", password);
        var statement = connection.createStatement()) {
      statement.execute("create table probe (id uuid default uuidv7(), name text)");
      statement.execute("insert into probe (name) values ('Zoë')");
      var found = statement.executeQuery("select upper(name) from probe");

      assertThat(found.next()).isTrue();
      assertThat(found.getString(1)).isEqualTo("ZOË");
    }
  }

  @Test
  void refusesAWrongPassword() {
    assertThatThrownBy(() -> DriverManager.getConnection(URL, "photo", "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password");
  }

  @Test
  void isStartedAgainWithAllItHadWhenItIsKilled() throws Exception {
    execute("create table survivor (id int)");
    killServer();

    var deadline = Instant.now().plusSeconds(30);
    while (!answers()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.onSpinWait();
    }
    execute("select * from survivor");
  }

  /** Each connection has a process of its own, whose parent is the server. */
  private static void killServer() throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery("select pg_backend_pid()")) {
      found.next();
      var server = ProcessHandle.of(found.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean answers() {
    try {
      execute("select 1");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static Connection connect() throws SQLException {
    var password = TestStack.setting("quarkus.datasource.password");
    return DriverManager.getConnection(URL, "photo", password);
  }
}
