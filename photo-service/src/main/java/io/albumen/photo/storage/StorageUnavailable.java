package io.albumen.photo.storage;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.time.Duration;
import java.util.List;

/** The bucket could not be reached or did not answer; trying again later may help. */
public final class StorageUnavailable extends DomainException {
  private static final Duration SOON = Duration.ofSeconds(5);

  public StorageUnavailable(Throwable cause) {
    super(
        ErrorKind.UNAVAILABLE,
        "storage-unavailable",
        "The storage is not reachable right now",
        List.of(),
        SOON);
    initCause(cause);
  }
}
