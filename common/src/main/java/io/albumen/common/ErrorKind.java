package io.albumen.common;

/** What sort of failure a {@link DomainException} is; only the edge of a service knows statuses. */
public enum ErrorKind {
  INVALID(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  CONFLICT(409),
  GONE(410),
  TOO_LARGE(413),
  UNPROCESSABLE(422),
  RATE_LIMITED(429),
  UNAVAILABLE(503);

  private final int status;

  ErrorKind(int status) {
    this.status = status;
  }

  /** The HTTP status that stands for this kind (RFC 9110 §15). */
  public int status() {
    return status;
  }
}
