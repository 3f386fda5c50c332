package io.albumen.common;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is the caller's to know: its message and code are shown to them, so they carry
 * nothing that the caller may not see.
 */
public abstract class DomainException extends RuntimeException {
  private final ErrorKind kind;
  private final String code;
  private final List<FieldError> errors;
  private final @Nullable Duration retryAfter;

  /**
   * @param code stable, kebab-case; clients switch on it
   */
  protected DomainException(ErrorKind kind, String code, String message) {
    this(kind, code, message, List.of(), null);
  }

  protected DomainException(ErrorKind kind, String code, String message, List<FieldError> errors) {
    this(kind, code, message, errors, null);
  }

  /**
   * @param retryAfter when a further try may do better; answered as {@code Retry-After}
   */
  protected DomainException(
      ErrorKind kind,
      String code,
      String message,
      List<FieldError> errors,
      @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  public ErrorKind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Never null, unlike {@link #getMessage()}. */
  public String detail() {
    var message = getMessage();
    return message == null ? code : message;
  }
}
