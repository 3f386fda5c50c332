package io.albumen.photo.database;

import java.sql.SQLException;
import java.util.Set;

/** A statement failed; ours to mend, unless trying again helps. */
public final class DatabaseException extends RuntimeException {
  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK = "40P01";

  /** Class of all that befalls a connection. */
  private static final String CONNECTION = "08";

  /** The server goes down, has crashed, or is not up yet. */
  private static final Set<String> GOING_OR_COMING = Set.of("57P01", "57P02", "57P03");

  private final String state;

  DatabaseException(SQLException cause) {
    super(cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  boolean isTransient() {
    return state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK);
  }

  /** The server went away; whether it did what it was told before is not known. */
  boolean isConnectionLost() {
    return state.startsWith(CONNECTION) || GOING_OR_COMING.contains(state);
  }
}
