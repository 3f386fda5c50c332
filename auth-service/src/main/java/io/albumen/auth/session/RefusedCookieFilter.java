package io.albumen.auth.session;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** See {@link ForgetsRefusedCookie}. */
@Provider
@ForgetsRefusedCookie
class RefusedCookieFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode()
        && request.getCookies().containsKey(RefreshCookie.NAME)) {
      response.getHeaders().add(HttpHeaders.SET_COOKIE, RefreshCookie.gone());
    }
  }
}
