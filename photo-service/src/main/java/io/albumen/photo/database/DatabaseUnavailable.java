package io.albumen.photo.database;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.time.Duration;
import java.util.List;

/** The server could not be reached, or went away; trying again later may help. */
public final class DatabaseUnavailable extends DomainException {
  private static final Duration SOON = Duration.ofSeconds(5);

  DatabaseUnavailable(Throwable cause) {
    super(
        ErrorKind.UNAVAILABLE,
        "library-unavailable",
        "The library is not reachable right now",
        List.of(),
        SOON);
    initCause(cause);
  }
}
