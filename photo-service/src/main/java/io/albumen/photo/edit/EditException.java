package io.albumen.photo.edit;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;
import java.util.UUID;

/** Everything that can go wrong with changing items by hand. */
abstract sealed class EditException extends DomainException {
  private EditException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  private EditException(List<FieldError> errors) {
    super(ErrorKind.INVALID, "invalid-request", "The request has invalid fields.", errors);
  }

  /** What is asked for can't be. */
  static final class Invalid extends EditException {
    Invalid(List<FieldError> errors) {
      super(errors);
    }

    Invalid(String path, String message) {
      this(List.of(new FieldError(path, message)));
    }
  }

  /** Never made, another's, or too long ago. */
  static final class NotFound extends EditException {
    NotFound(UUID id) {
      super(ErrorKind.NOT_FOUND, "edit-not-found", "No edit %s can be undone".formatted(id));
    }
  }

  /** An edit is undone once. */
  static final class Undone extends EditException {
    Undone() {
      super(ErrorKind.CONFLICT, "edit-undone", "This edit was undone already");
    }
  }

  /** Undoing would take away what came later. */
  static final class ChangedSince extends EditException {
    ChangedSince() {
      super(ErrorKind.CONFLICT, "media-changed", "The item was changed again since; it stays");
    }
  }
}
