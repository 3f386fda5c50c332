package io.albumen.gateway.routing;

import io.albumen.common.RequestId;
import io.albumen.gateway.limit.Limits;
import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.problem.Problems;
import io.albumen.gateway.token.TokenGate;
import io.albumen.gateway.token.Verdict;
import io.albumen.gateway.upstream.UpstreamConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Decides on a request of the API: refused here, or on to its service. What every request passes is
 * a singleton, here and below: a proxy of a wider scope would be asked for its bean each time.
 */
@Singleton
public class ApiProxy {
  private static final Set<HttpMethod> REFUSED = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);
  private static final int MAX_DIGITS = 18;
  private final TokenGate tokens;
  private final Limits limits;
  private final Problems problems;
  private final Routes routes;
  private final Passage passage;

  ApiProxy(
      Vertx vertx,
      TokenGate tokens,
      Limits limits,
      Problems problems,
      Routes routes,
      Upstreams upstreams,
      HeaderHygiene headers,
      RoutingConfig config,
      UpstreamConfig upstream) {
    this.tokens = tokens;
    this.limits = limits;
    this.problems = problems;
    this.routes = routes;
    this.passage =
        new Passage(
            vertx,
            upstreams,
            headers,
            problems,
            config.maxBody().asLongValue(),
            upstream.retry().attempts());
  }

  public void handle(HttpServerRequest request) {
    var path = ApiPath.of(request.path());
    if (path.isEmpty() || !ApiPath.isPlainQuery(request.query())) {
      problems.answer(Failure.BAD_PATH, request);
      return;
    }
    var route = routes.of(path.get());
    if (route == null) {
      problems.answer(Failure.NOT_FOUND, request);
    } else if (REFUSED.contains(request.method())) {
      problems.answer(Failure.METHOD_NOT_ALLOWED, request);
    } else {
      var declared = length(request.headers());
      if (isCoded(request.headers())) {
        problems.answer(Failure.UNSUPPORTED_ENCODING, request);
      } else if (!isFramedPlainly(request.headers())) {
        problems.answer(Failure.BAD_HEADERS, request);
      } else if (declared > passage.maxBody()) {
        problems.answer(Failure.BODY_TOO_LARGE, request);
      } else {
        admit(request, new Exchange(passage, route, request, declared));
      }
    }
  }

  private void admit(HttpServerRequest request, Exchange exchange) {
    if (limits.admitsAddress(request)) {
      authorise(request, exchange);
    }
  }

  private void authorise(HttpServerRequest request, Exchange exchange) {
    var authorization = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    if (authorization.isEmpty()) {
      exchange.begin();
    } else if (authorization.size() > 1) {
      problems.answer(Failure.INVALID_TOKEN, request);
    } else {
      judge(authorization.getFirst(), request, exchange);
    }
  }

  private void judge(String authorization, HttpServerRequest request, Exchange exchange) {
    var known = tokens.known(authorization);
    if (known != null) {
      follow(known, request, exchange);
      return;
    }
    request.pause();
    tokens
        .look(authorization)
        .onSuccess(verdict -> follow(verdict, request, exchange))
        .onFailure(_ -> problems.answer(Failure.SERVICE_UNAVAILABLE, request));
  }

  private void follow(Verdict verdict, HttpServerRequest request, Exchange exchange) {
    switch (verdict) {
      case Verdict.Good good -> {
        if (limits.admitsUser(request, good.user())) {
          exchange.begin();
        }
      }
      case Verdict.Bad _ -> problems.answer(Failure.INVALID_TOKEN, request);
      case Verdict.Undecided _ -> problems.answer(Failure.SERVICE_UNAVAILABLE, request);
    }
  }

  /** The id under which the request is known from here on. */
  static String requestId(HttpServerRequest request) {
    return request.response().headers().get(RequestId.HEADER);
  }

  /** Nobody here unpacks what came: a small body stays one. */
  private static boolean isCoded(MultiMap headers) {
    var coding = headers.get(HttpHeaders.CONTENT_ENCODING);
    return coding != null && !coding.equalsIgnoreCase("identity");
  }

  /** Chunks or a length: another coding might end elsewhere for whoever reads it next. */
  private static boolean isFramedPlainly(MultiMap headers) {
    var coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
    return coding == null
        || (coding.equalsIgnoreCase("chunked")
            && headers.getAll(HttpHeaders.TRANSFER_ENCODING).size() == 1);
  }

  /** Of a body, or −1 if none is declared. What is no number, the HTTP decoder has refused. */
  static long length(MultiMap headers) {
    var text = headers.get(HttpHeaders.CONTENT_LENGTH);
    if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
      return text == null || text.isEmpty() ? -1 : Long.MAX_VALUE;
    }
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      var digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return -1;
      }
      length = length * 10 + digit;
    }
    return length;
  }
}
