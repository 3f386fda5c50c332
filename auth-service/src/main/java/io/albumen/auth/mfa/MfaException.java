package io.albumen.auth.mfa;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;

/** Everything that may be refused about a second factor. */
abstract sealed class MfaException extends DomainException {
  private MfaException(ErrorKind kind, String code, String message, List<FieldError> errors) {
    super(kind, code, message, errors);
  }

  /** Whoever holds a session alone must not put their own app in the place of the owner's. */
  static final class AlreadyEnabled extends MfaException {
    AlreadyEnabled() {
      super(
          ErrorKind.CONFLICT,
          "mfa-already-enabled",
          "An authenticator app is in use. Turn it off first.",
          List.of());
    }
  }

  /** No 401, as the session is as good as before. */
  static final class WrongCode extends MfaException {
    WrongCode() {
      super(
          ErrorKind.INVALID,
          "code-mismatch",
          "This code is not right.",
          List.of(new FieldError("code", "is not the code that the app shows now")));
    }
  }

  static final class NotBegun extends MfaException {
    NotBegun() {
      super(ErrorKind.CONFLICT, "totp-not-begun", "Ask for a secret first.", List.of());
    }
  }
}
