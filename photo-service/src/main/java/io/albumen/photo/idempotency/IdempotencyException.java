package io.albumen.photo.idempotency;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a key gives no answer. */
abstract sealed class IdempotencyException extends DomainException {
  private IdempotencyException(
      ErrorKind kind, String code, String message, @Nullable Duration retryAfter) {
    super(kind, code, message, List.of(), retryAfter);
  }

  static final class BadKey extends IdempotencyException {
    BadKey() {
      super(
          ErrorKind.INVALID,
          "bad-idempotency-key",
          "An Idempotency-Key has 1 to 255 printable ASCII characters",
          null);
    }
  }

  /** It came with something else before. */
  static final class Reused extends IdempotencyException {
    Reused() {
      super(
          ErrorKind.UNPROCESSABLE,
          "idempotency-key-reused",
          "This Idempotency-Key came with another request before",
          null);
    }
  }

  /** The first request has not been answered yet. */
  static final class InUse extends IdempotencyException {
    InUse() {
      super(
          ErrorKind.CONFLICT,
          "idempotency-key-in-use",
          "The first request with this Idempotency-Key is still being worked on",
          Duration.ofSeconds(1));
    }
  }
}
