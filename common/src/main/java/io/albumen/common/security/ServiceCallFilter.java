package io.albumen.common.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets a call of a {@link ServiceCall} resource through only with a token of a named service. */
public class ServiceCallFilter {
  private static final String SCHEME = "Bearer ";
  private final ServiceTokens tokens;
  private final ServiceCaller caller;

  public ServiceCallFilter(ServiceTokens tokens, ServiceCaller caller) {
    this.tokens = tokens;
    this.caller = caller;
  }

  @ServiceCall
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void authenticate(ContainerRequestContext request, ResourceInfo resource) {
    var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(SCHEME)) {
      throw new ServiceTokens.Refused();
    }
    var callers = List.of(policyOf(resource).orElseThrow().from());
    caller.set(tokens.verify(header.substring(SCHEME.length()), callers));
  }

  /** What the method says, else its class; none for calls of people. */
  static Optional<ServiceCall> policyOf(ResourceInfo resource) {
    return Stream.of(resource.getResourceMethod(), resource.getResourceClass())
        .map(declaration -> declaration.getAnnotation(ServiceCall.class))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
