package io.albumen.common.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
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
    var callers = List.of(policyOf(resource).from());
    caller.set(tokens.verify(header.substring(SCHEME.length()), callers));
  }

  private static ServiceCall policyOf(ResourceInfo resource) {
    var onMethod = resource.getResourceMethod().getAnnotation(ServiceCall.class);
    return onMethod != null
        ? onMethod
        : resource.getResourceClass().getAnnotation(ServiceCall.class);
  }
}
