package io.albumen.auth.session;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.util.List;

/** Everything a session call may be refused for, before the pool is asked. */
abstract sealed class SessionException extends DomainException {
  private SessionException(ErrorKind kind, String code, String message, List<FieldError> errors) {
    super(kind, code, message, errors);
  }

  /** A page of another origin can make a browser send its cookie, but not our header. */
  static final class CrossSite extends SessionException {
    CrossSite() {
      super(
          ErrorKind.FORBIDDEN,
          "csrf",
          "The cookie counts only in calls of the web app, which send X-Albumen-Client.",
          List.of());
    }
  }

  static final class NoSession extends SessionException {
    NoSession() {
      super(ErrorKind.UNAUTHENTICATED, "session-ended", "Sign in again.", List.of());
    }
  }
}
