package io.albumen.auth.password;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;

/** Everything a new password may be refused for. */
abstract sealed class PasswordException extends DomainException {
  private PasswordException(ErrorKind kind, String code, String message, List<FieldError> errors) {
    super(kind, code, message, errors);
  }

  static final class WeakPassword extends PasswordException {
    WeakPassword(String field, List<String> faults) {
      super(
          ErrorKind.INVALID,
          "weak-password",
          "The password is too weak.",
          faults.stream().map(fault -> new FieldError(field, fault)).toList());
    }
  }

  /** One answer to all, for the pool is stricter with the codes of accounts that there are. */
  static final class CodeRefused extends PasswordException {
    CodeRefused() {
      super(
          ErrorKind.INVALID,
          "code-mismatch",
          "This code is wrong or too old. After many tries, wait a while and ask for another.",
          List.of(new FieldError("code", "is not the code that was mailed last")));
    }
  }

  /** No 401, as the session is as good as before. */
  static final class WrongPassword extends PasswordException {
    WrongPassword() {
      super(
          ErrorKind.FORBIDDEN,
          "wrong-password",
          "The password is wrong. After many tries, wait a few minutes.",
          List.of(new FieldError("oldPassword", "is wrong")));
    }
  }
}
