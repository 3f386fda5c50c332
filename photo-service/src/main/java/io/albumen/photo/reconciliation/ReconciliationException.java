package io.albumen.photo.reconciliation;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** Everything that can go wrong with comparisons. */
abstract sealed class ReconciliationException extends DomainException {
  private ReconciliationException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  static final class NotFound extends ReconciliationException {
    NotFound() {
      super(ErrorKind.NOT_FOUND, "reconciliation-not-found", "There is no such reconciliation");
    }
  }

  /** One at a time; and what still runs can't be repaired. */
  static final class Running extends ReconciliationException {
    Running() {
      super(ErrorKind.CONFLICT, "reconciliation-running", "A reconciliation is still running");
    }
  }
}
