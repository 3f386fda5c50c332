package io.albumen.gateway.problem;

import org.jspecify.annotations.Nullable;

/** What the gateway answers by itself instead of passing a request on. */
public enum Failure {
  BAD_PATH(400, "bad-path", "This path is not written as the API's paths are."),
  BAD_HEADERS(400, "bad-headers", "The headers can be read in more than one way."),
  INVALID_TOKEN(401, "invalid-token", "The access token is not valid."),
  NOT_FOUND(404, "not-found", "There is nothing here."),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not allowed here."),
  BODY_TOO_LARGE(413, "body-too-large", "The body is larger than the API takes."),
  UNSUPPORTED_ENCODING(415, "unsupported-encoding", "Bodies are taken as they are, not packed."),
  RATE_LIMITED(429, "rate-limited", "Too many calls. Wait a little."),
  BAD_UPSTREAM(502, "bad-upstream", "The service broke off. Try again."),
  SERVICE_UNAVAILABLE(503, "service-unavailable", "The service cannot be reached now."),
  SERVICE_TIMEOUT(504, "service-timeout", "The service did not answer in time.");

  private static final String SOON = "2";
  private final int status;
  private final String code;
  private final String detail;

  Failure(int status, String code, String detail) {
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  String detail() {
    return detail;
  }

  /** Seconds to wait before another try, where one may do better. */
  @Nullable String retryAfter() {
    return this == SERVICE_UNAVAILABLE || this == SERVICE_TIMEOUT ? SOON : null;
  }
}
