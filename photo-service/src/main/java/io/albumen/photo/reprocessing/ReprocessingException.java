package io.albumen.photo.reprocessing;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.util.UUID;

/** Everything that can go wrong with asking to process media again. */
abstract sealed class ReprocessingException extends DomainException {
  private ReprocessingException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  static final class NotFound extends ReprocessingException {
    NotFound(UUID id) {
      super(ErrorKind.NOT_FOUND, "reprocessing-not-found", "No such job %s".formatted(id));
    }
  }

  /** Ids without the scope IDS, or the other way round. */
  static final class BadSelection extends ReprocessingException {
    BadSelection(String message) {
      super(ErrorKind.INVALID, "bad-selection", message);
    }
  }
}
