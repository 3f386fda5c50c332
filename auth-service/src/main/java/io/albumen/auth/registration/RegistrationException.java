package io.albumen.auth.registration;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a registration may be refused for. */
abstract sealed class RegistrationException extends DomainException {
  private RegistrationException(
      ErrorKind kind,
      String code,
      String message,
      List<FieldError> errors,
      @Nullable Duration retryAfter) {
    super(kind, code, message, errors, retryAfter);
  }

  private RegistrationException(ErrorKind kind, String code, String message) {
    this(kind, code, message, List.of(), null);
  }

  /** Also for an address that has no account, or was confirmed by another code. */
  static final class CodeMismatch extends RegistrationException {
    CodeMismatch() {
      super(
          ErrorKind.INVALID,
          "code-mismatch",
          "This code is not right.",
          List.of(new FieldError("code", "is not the code that was mailed")),
          null);
    }
  }

  static final class CodeExpired extends RegistrationException {
    CodeExpired() {
      super(
          ErrorKind.INVALID,
          "code-expired",
          "This code is too old. Ask for a new one.",
          List.of(new FieldError("code", "has expired")),
          null);
    }
  }

  static final class TooManyAttempts extends RegistrationException {
    TooManyAttempts() {
      super(
          ErrorKind.RATE_LIMITED,
          "too-many-attempts",
          "Too many wrong codes. Wait a while, then ask for a new one.",
          List.of(),
          Duration.ofMinutes(15));
    }
  }

  /** Whoever learns this has read the address's mail. */
  static final class AddressTaken extends RegistrationException {
    AddressTaken() {
      super(
          ErrorKind.CONFLICT, "address-taken", "This address belongs to another account already.");
    }
  }
}
