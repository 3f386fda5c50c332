package io.albumen.photo.database;

import java.sql.SQLException;

/** A statement failed; ours to mend, unless trying again helps. */
public final class DatabaseException extends RuntimeException {
  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK = "40P01";

  private final String state;

  DatabaseException(SQLException cause) {
    super(cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  boolean isTransient() {
    return state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK);
  }
}
