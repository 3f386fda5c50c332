package io.albumen.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.TestStack;
import java.sql.DriverManager;
import java.sql.SQLException;
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
}
