package io.albumen.auth.pool;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;
import io.albumen.common.FieldError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the pool may refuse, in our own stable codes. */
public abstract sealed class PoolException extends DomainException {
  private static final String UNAVAILABLE = "accounts-unavailable";
  private static final String TRY_AGAIN =
      "Accounts cannot be reached right now. Try again in a moment.";

  private PoolException(
      ErrorKind kind,
      String code,
      String message,
      List<FieldError> errors,
      @Nullable Duration retryAfter) {
    super(kind, code, message, errors, retryAfter);
  }

  private PoolException(ErrorKind kind, String code, String message) {
    this(kind, code, message, List.of(), null);
  }

  /** The same for a wrong password, an unknown address and an account locked for a while. */
  public static final class BadCredentials extends PoolException {
    BadCredentials() {
      super(
          ErrorKind.UNAUTHENTICATED,
          "bad-credentials",
          "The address or the password is wrong. After many tries, wait a few minutes.");
    }
  }

  /** Only whoever has the right password learns this. */
  public static final class NotConfirmed extends PoolException {
    NotConfirmed() {
      super(ErrorKind.FORBIDDEN, "not-confirmed", "Confirm your address first.");
    }
  }

  /** Only whoever has the right password learns this. */
  public static final class Disabled extends PoolException {
    Disabled() {
      super(
          ErrorKind.FORBIDDEN, "account-suspended", "This account is suspended, or being deleted.");
    }
  }

  /** Also for a code that was used before. */
  public static final class WrongCode extends PoolException {
    WrongCode() {
      super(
          ErrorKind.UNAUTHENTICATED,
          "code-mismatch",
          "This code is not right.",
          List.of(new FieldError("code", "is not the code that the app shows now")),
          null);
    }
  }

  /** The password was given too long ago, or too many codes were wrong since. */
  public static final class ChallengeEnded extends PoolException {
    ChallengeEnded() {
      super(ErrorKind.UNAUTHENTICATED, "challenge-expired", "Begin the sign-in again.");
    }
  }

  /** An administrator asked for a new password. */
  public static final class PasswordResetRequired extends PoolException {
    PasswordResetRequired() {
      super(ErrorKind.FORBIDDEN, "password-reset-required", "Choose a new password first.");
    }
  }

  public static final class SessionEnded extends PoolException {
    public SessionEnded() {
      super(ErrorKind.UNAUTHENTICATED, "session-ended", "Sign in again.");
    }
  }

  /** The pool's own policy is stricter than what this service checked before. */
  public static final class WeakPassword extends PoolException {
    /**
     * @param field where the caller gave it
     */
    public WeakPassword(String field) {
      super(
          ErrorKind.INVALID,
          "weak-password",
          "The password is too weak.",
          List.of(new FieldError(field, "does not meet the password policy")),
          null);
    }
  }

  public static final class SignUpRefused extends PoolException {
    SignUpRefused() {
      super(ErrorKind.INVALID, "sign-up-refused", "No account can be made from these details.");
    }
  }

  public static final class InvalidProfile extends PoolException {
    /** Public, because what may be changed of a profile is the caller's to say. */
    public InvalidProfile(List<FieldError> errors) {
      super(ErrorKind.INVALID, "invalid-request", "The request has invalid fields.", errors, null);
    }
  }

  /** The caller has tried too often. */
  public static final class LimitExceeded extends PoolException {
    LimitExceeded(Duration retryAfter) {
      super(
          ErrorKind.RATE_LIMITED,
          "too-many-attempts",
          "Too many tries. Wait a while.",
          List.of(),
          retryAfter);
    }
  }

  /** The pool has more to do than it may, and did nothing of what was asked. */
  public static final class Busy extends PoolException {
    Busy(Duration retryAfter, Throwable cause) {
      super(ErrorKind.UNAVAILABLE, UNAVAILABLE, TRY_AGAIN, List.of(), retryAfter);
      initCause(cause);
    }
  }

  /** The pool is out of reach, or was cut off; it may have done what was asked. */
  public static final class Unavailable extends PoolException {
    Unavailable(Duration retryAfter, Throwable cause) {
      super(ErrorKind.UNAVAILABLE, UNAVAILABLE, TRY_AGAIN, List.of(), retryAfter);
      initCause(cause);
    }
  }
}
