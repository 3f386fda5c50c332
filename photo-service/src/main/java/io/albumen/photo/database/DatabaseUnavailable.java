package io.albumen.photo.database;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** No connection could be had; trying again later may help. */
public final class DatabaseUnavailable extends DomainException {
  DatabaseUnavailable(Throwable cause) {
    super(ErrorKind.UNAVAILABLE, "library-unavailable", "The library is not reachable right now");
    initCause(cause);
  }
}
