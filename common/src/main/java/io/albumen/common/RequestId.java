package io.albumen.common;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Takes a sane {@code X-Request-Id} or makes one, logs with it and answers it. */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";

  /** The MDC key that log formats name. */
  static final String KEY = "requestId";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  /** The id to go on with: the one received if it is sane, else a new one. */
  public static String accept(@Nullable String received) {
    return received != null && SANE.matcher(received).matches()
        ? received
        : UUID.randomUUID().toString();
  }

  @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 500)
  @Priority(Priorities.AUTHENTICATION - 500)
  public void begin(ContainerRequestContext request) {
    var id = accept(request.getHeaderString(HEADER));
    request.setProperty(KEY, id);
    MDC.put(KEY, id);
  }

  @ServerResponseFilter
  public void end(ContainerRequestContext request, ContainerResponseContext response) {
    var id = request.getProperty(KEY);
    if (id != null) {
      response.getHeaders().putSingle(HEADER, id);
    }
  }
}
