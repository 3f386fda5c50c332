package io.albumen.common;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure of a request into a {@link Problem}; the one place that knows statuses. */
public final class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  public Response domain(DomainException e, ContainerRequestContext request) {
    var answer = answer(Problem.of(e), request);
    e.retryAfter()
        .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
    if (e.kind() == ErrorKind.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.build();
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException e, ContainerRequestContext request) {
    var violations = e.getConstraintViolations();
    if (violations.stream().anyMatch(ProblemMapper::isOurReturnValue)) {
      return internal(e, request);
    }
    var errors =
        violations.stream()
            .map(violation -> new FieldError(pathOf(violation), violation.getMessage()))
            .sorted(Comparator.comparing(FieldError::path).thenComparing(FieldError::message))
            .toList();
    return invalid("invalid-request", "The request has invalid fields.", errors, request);
  }

  @ServerExceptionMapper(priority = 1)
  public Response mismatch(MismatchedInputException e, ContainerRequestContext request) {
    return json(e, request);
  }

  /** Subclasses are named too: the most specific mapper wins, and Quarkus brings its own. */
  @ServerExceptionMapper({JsonProcessingException.class, JsonMappingException.class})
  public Response json(JacksonException e, ContainerRequestContext request) {
    var errors = List.of(new FieldError(pathOf(e), messageOf(e)));
    return invalid("malformed-json", "The body is not the JSON expected here.", errors, request);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthenticated(SecurityException e, ContainerRequestContext request) {
    var sent = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    var problem =
        sent
            ? Problem.of(
                ErrorKind.UNAUTHENTICATED, "invalid-token", "The access token is not valid.")
            : Problem.of(ErrorKind.UNAUTHENTICATED, "unauthenticated", "Sign in first.");
    return answer(problem, request).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e, ContainerRequestContext request) {
    return answer(
            Problem.of(ErrorKind.FORBIDDEN, "forbidden", "You are not allowed to do this."),
            request)
        .build();
  }

  /** Routing, negotiation and parameter failures, which JAX-RS itself throws. */
  @ServerExceptionMapper
  public Response http(WebApplicationException e, ContainerRequestContext request) {
    if (e.getCause() instanceof JacksonException cause) {
      return json(cause, request);
    }
    var status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    if (status >= 500) {
      return internal(e, request);
    }
    var answer = answer(Problem.of(status, codeOf(status), detailOf(status), List.of()), request);
    var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
  }

  @ServerExceptionMapper
  public Response internal(Throwable e, ContainerRequestContext request) {
    LOG.errorf(e, "request failed method=%s", request.getMethod());
    return answer(
            Problem.of(500, "internal", "Something went wrong on our side.", List.of()), request)
        .build();
  }

  private static Response invalid(
      String code, String detail, List<FieldError> errors, ContainerRequestContext request) {
    return answer(Problem.of(400, code, detail, errors), request).build();
  }

  private static Response.ResponseBuilder answer(Problem problem, ContainerRequestContext request) {
    var id = MDC.get(RequestId.KEY);
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.at(request.getUriInfo().getPath(), id == null ? null : id.toString()));
  }

  private static boolean isOurReturnValue(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  /** Drops the method and parameter that bean validation puts first for a body. */
  private static String pathOf(ConstraintViolation<?> violation) {
    var path = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      var isParameter = node.getKind() == ElementKind.PARAMETER;
      if (node.getKind() == ElementKind.METHOD || (isParameter && isBody(violation, node))) {
        continue;
      }
      append(path, node.getName(), node.isInIterable() ? node.getIndex() : null);
    }
    return path.toString();
  }

  private static boolean isBody(ConstraintViolation<?> violation, Path.Node parameter) {
    var hasMore = false;
    for (Path.Node node : violation.getPropertyPath()) {
      hasMore = node.getKind() == ElementKind.PROPERTY || hasMore;
    }
    return hasMore || "body".equals(parameter.getName()) || "request".equals(parameter.getName());
  }

  private static String pathOf(JacksonException e) {
    var path = new StringBuilder();
    var references =
        e instanceof JsonMappingException mapping
            ? mapping.getPath()
            : new ArrayList<JsonMappingException.Reference>();
    for (var reference : references) {
      append(
          path, reference.getFieldName(), reference.getIndex() < 0 ? null : reference.getIndex());
    }
    return path.toString();
  }

  private static void append(StringBuilder path, @Nullable String name, @Nullable Integer index) {
    if (index != null) {
      path.append('[').append(index).append(']');
    }
    if (name != null && !name.startsWith("<")) {
      path.append(path.isEmpty() ? "" : ".").append(name);
    }
  }

  private static String messageOf(JacksonException e) {
    return switch (e) {
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants());
      case MismatchedInputException mismatch
          when mismatch.getTargetType() != null && !mismatch.getPath().isEmpty() ->
          "must be " + nameOf(mismatch.getTargetType());
      case MismatchedInputException _ -> "is missing or of the wrong type";
      default ->
          e.getLocation() == null
              ? "is not valid JSON"
              : "is not valid JSON (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    };
  }

  private static String nameOf(Class<?> type) {
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
      return "an array";
    }
    return switch (type.getSimpleName()) {
      case "UUID" -> "a UUID";
      case "Instant" -> "an ISO-8601 time";
      default -> "an object";
    };
  }

  private static String codeOf(int status) {
    return switch (status) {
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "body-too-large";
      case 415 -> "unsupported-media-type";
      default -> "bad-request";
    };
  }

  private static String detailOf(int status) {
    return switch (status) {
      case 404 -> "There is nothing here.";
      case 405 -> "This method is not allowed here.";
      case 406 -> "None of the accepted media types can be answered.";
      case 413 -> "The body is too large.";
      case 415 -> "This content type is not supported here.";
      default -> "The request cannot be understood.";
    };
  }
}
