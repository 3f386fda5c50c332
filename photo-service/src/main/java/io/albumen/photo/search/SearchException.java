package io.albumen.photo.search;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;

/** Everything that can go wrong with a search. */
abstract sealed class SearchException extends DomainException {
  private SearchException(FieldError error) {
    super(ErrorKind.INVALID, "invalid-request", "The request has invalid fields.", List.of(error));
  }

  /** As the 30th of February. */
  static final class NoSuchDay extends SearchException {
    NoSuchDay(String path) {
      super(new FieldError(path, "must be a day of the calendar"));
    }
  }

  /** No part of the earth. */
  static final class BadBox extends SearchException {
    BadBox() {
      super(new FieldError("bbox", "must be west,south,east,north in degrees, south below north"));
    }
  }
}
