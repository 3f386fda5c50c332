package io.albumen.gateway.routing;

import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.problem.Problems;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** One request on its way to a service and its answer on the way back. */
@ApplicationScoped
class Exchange implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private final HeaderHygiene headers;
  private final Problems problems;
  private final long maxBody;

  Exchange(HeaderHygiene headers, Problems problems, RoutingConfig config) {
    this.headers = headers;
    this.problems = problems;
    this.maxBody = config.maxBody().asLongValue();
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    var request = context.request();
    var from = request.proxiedRequest();
    request.setURI(from.query() == null ? from.path() : from.path() + "?" + from.query());
    headers.clean(from, request.headers(), ApiProxy.requestId(from));
    var body = new LimitedBody(request.getBody().stream(), maxBody);
    request.setBody(Body.body(body, request.getBody().length()));
    return context
        .sendRequest()
        .recover(
            failure -> Future.succeededFuture(answer(context, failureOf(failure, body), failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    headers.cleanAnswer(context.response().headers());
    return context.sendResponse();
  }

  private ProxyResponse answer(ProxyContext context, Failure failure, Throwable cause) {
    var request = context.request();
    var from = request.proxiedRequest();
    if (failure.status() >= 500) {
      LOG.warnf("upstream failed code=%s path=%s reason=%s", failure.code(), from.path(), cause);
    }
    var response = request.release().response().setStatusCode(failure.status());
    problems.headers(failure).forEach(response::putHeader);
    if (failure == Failure.BODY_TOO_LARGE) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    return response.setBody(Body.body(problems.body(failure, from)));
  }

  private static Failure failureOf(Throwable failure, LimitedBody body) {
    if (body.exceeded()) {
      return Failure.BODY_TOO_LARGE;
    }
    return switch (failure) {
      case ConnectException _ -> Failure.SERVICE_UNAVAILABLE;
      case UnknownHostException _ -> Failure.SERVICE_UNAVAILABLE;
      case ConnectionPoolTooBusyException _ -> Failure.SERVICE_UNAVAILABLE;
      case TimeoutException _ -> Failure.SERVICE_TIMEOUT;
      default -> Failure.BAD_UPSTREAM;
    };
  }
}
