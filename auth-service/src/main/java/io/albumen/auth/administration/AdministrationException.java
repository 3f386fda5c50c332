package io.albumen.auth.administration;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;

/** Everything that can go wrong with other people's accounts. */
abstract sealed class AdministrationException extends DomainException {
  private AdministrationException(
      ErrorKind kind, String code, String message, List<FieldError> errors) {
    super(kind, code, message, errors);
  }

  static final class NotFound extends AdministrationException {
    NotFound() {
      super(ErrorKind.NOT_FOUND, "user-not-found", "There is no such account.", List.of());
    }
  }

  /** So that nobody locks themselves out by mistake. */
  static final class OwnAccount extends AdministrationException {
    OwnAccount() {
      super(ErrorKind.CONFLICT, "own-account", "Ask another admin to do this.", List.of());
    }
  }

  static final class StaffAccount extends AdministrationException {
    StaffAccount() {
      super(
          ErrorKind.FORBIDDEN,
          "staff-account",
          "Only an admin may change the account of a moderator or an admin.",
          List.of());
    }
  }

  static final class Closed extends AdministrationException {
    Closed() {
      super(ErrorKind.CONFLICT, "user-closed", "Its owner is deleting this account.", List.of());
    }
  }

  static final class InvalidChange extends AdministrationException {
    InvalidChange(List<FieldError> errors) {
      super(ErrorKind.INVALID, "invalid-request", "The request has invalid fields.", errors);
    }
  }

  /** It was ours once, but the pool has forgotten where it led. */
  static final class StaleCursor extends AdministrationException {
    StaleCursor() {
      super(
          ErrorKind.INVALID,
          "bad-cursor",
          "This cursor is no longer valid. Start again.",
          List.of());
    }
  }
}
