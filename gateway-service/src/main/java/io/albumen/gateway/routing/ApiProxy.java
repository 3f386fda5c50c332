package io.albumen.gateway.routing;

import io.albumen.common.RequestId;
import io.albumen.gateway.limit.Limits;
import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.problem.Problems;
import io.albumen.gateway.token.TokenGate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Decides on a request of the API: refused here, or on to its service. */
@ApplicationScoped
public class ApiProxy {
  private static final Set<HttpMethod> REFUSED = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);
  private final Vertx vertx;
  private final Limits limits;
  private final TokenGate tokens;
  private final Problems problems;
  private final UpstreamProxies upstreams;

  ApiProxy(
      Vertx vertx, Limits limits, TokenGate tokens, Problems problems, UpstreamProxies upstreams) {
    this.vertx = vertx;
    this.limits = limits;
    this.tokens = tokens;
    this.problems = problems;
    this.upstreams = upstreams;
  }

  public void handle(HttpServerRequest request) {
    var path = ApiPath.of(request.path());
    if (path.isEmpty()) {
      problems.answer(Failure.BAD_PATH, request);
      return;
    }
    var proxy = upstreams.of(path.get());
    if (proxy.isEmpty()) {
      problems.answer(Failure.NOT_FOUND, request);
    } else if (REFUSED.contains(request.method())) {
      problems.answer(Failure.METHOD_NOT_ALLOWED, request);
    } else if (declaredLength(request) > upstreams.maxBody()) {
      problems.answer(Failure.BODY_TOO_LARGE, request);
    } else if (limits.admitsAddress(request)) {
      authorise(request, proxy.get());
    }
  }

  /** A length that is no number is left to the HTTP decoder, which refuses it. */
  private static long declaredLength(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
  }

  private void authorise(HttpServerRequest request, HttpProxy proxy) {
    var authorization = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    if (authorization.isEmpty()) {
      proxy.handle(request);
      return;
    }
    request.pause();
    vertx
        .executeBlocking(
            () ->
                authorization.size() == 1
                    ? tokens.check(authorization.getFirst())
                    : TokenGate.Verdict.BAD,
            false)
        .onSuccess(verdict -> follow(verdict, request, proxy))
        .onFailure(_ -> problems.answer(Failure.SERVICE_UNAVAILABLE, request));
  }

  private void follow(TokenGate.Verdict verdict, HttpServerRequest request, HttpProxy proxy) {
    switch (verdict) {
      case GOOD, ANONYMOUS -> proxy.handle(request);
      case BAD -> problems.answer(Failure.INVALID_TOKEN, request);
      case UNDECIDED -> problems.answer(Failure.SERVICE_UNAVAILABLE, request);
    }
  }

  /** The id under which the request is known from here on. */
  static String requestId(HttpServerRequest request) {
    return RequestId.accept(request.response().headers().get(RequestId.HEADER));
  }
}
