package io.albumen.photo.memory;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;

/** Everything that can go wrong with asking for memories. */
abstract sealed class MemoryException extends DomainException {
  private MemoryException(FieldError error) {
    super(ErrorKind.INVALID, "invalid-request", "The request has invalid fields.", List.of(error));
  }

  /** As the 30th of February. */
  static final class NoSuchDay extends MemoryException {
    NoSuchDay() {
      super(new FieldError("on", "must be a day of the calendar, yyyy-mm-dd"));
    }
  }
}
