package io.albumen.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The one form every failure has on the wire (RFC 9457), with our members {@code code}, {@code
 * requestId} and {@code errors}.
 *
 * @param type {@code /problems/<code>}
 * @param title the same for every problem of this status
 * @param detail what happened this time, for people
 * @param instance path of the request, absent inside bulk results
 * @param code stable, kebab-case
 * @param requestId to quote to an operator
 * @param errors each fault of the input
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record Problem(
    @Schema(required = true) String type,
    @Schema(required = true) String title,
    @Schema(required = true) int status,
    @Schema(required = true) String detail,
    @Nullable String instance,
    @Schema(required = true) String code,
    @Nullable String requestId,
    List<FieldError> errors) {

  /** RFC 9457 §3. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem inside a bulk result, where request and path are the whole answer's. */
  public static Problem of(ErrorKind kind, String code, String detail) {
    return of(kind.status(), code, detail, List.of());
  }

  /** As {@link #of(ErrorKind, String, String)}, from an exception. */
  public static Problem of(DomainException e) {
    return of(e.kind().status(), e.code(), e.detail(), e.errors());
  }

  static Problem of(int status, String code, String detail, List<FieldError> errors) {
    return new Problem(
        "/problems/" + code, titleOf(status), status, detail, null, code, null, errors);
  }

  Problem at(@Nullable String path, @Nullable String request) {
    return new Problem(type, title, status, detail, path, code, request, errors);
  }

  private static String titleOf(int status) {
    var known = Response.Status.fromStatusCode(status);
    if (known != null) {
      return known.getReasonPhrase();
    }
    return status == 422 ? "Unprocessable Content" : "Error";
  }
}
