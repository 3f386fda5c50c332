package io.albumen.photo.map;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;

/** Everything that can go wrong with asking for a map. */
abstract sealed class MapException extends DomainException {
  private MapException(FieldError error) {
    super(ErrorKind.INVALID, "invalid-request", "The request has invalid fields.", List.of(error));
  }

  /** No part of the earth. */
  static final class BadBox extends MapException {
    BadBox() {
      super(new FieldError("bbox", "must be west,south,east,north in degrees, south below north"));
    }
  }
}
