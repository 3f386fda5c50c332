package io.albumen.photo.storage;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** The bucket could not be reached or did not answer; trying again later may help. */
public final class StorageUnavailable extends DomainException {
  public StorageUnavailable(Throwable cause) {
    super(ErrorKind.UNAVAILABLE, "storage-unavailable", "The storage is not reachable right now");
    initCause(cause);
  }
}
