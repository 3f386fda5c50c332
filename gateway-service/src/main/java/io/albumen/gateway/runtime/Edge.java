package io.albumen.gateway.runtime;

import io.albumen.common.RequestId;
import io.albumen.gateway.connection.Connections;
import io.albumen.gateway.docs.ApiDocs;
import io.albumen.gateway.headers.SecurityHeaders;
import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.problem.Problems;
import io.albumen.gateway.routing.ApiProxy;
import io.albumen.gateway.web.WebApp;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Every request passes here first: headers for all, then the gateway's own, the API or the app. */
@Singleton
class Edge {
  /** Before all handlers of Quarkus, so that its own answers carry our headers too. */
  private static final int FIRST = -100_000;

  private static final List<String> OWN = List.of("/q", "/api/v1/server");
  private final Connections connections;
  private final Problems problems;
  private final SecurityHeaders headers;
  private final ApiDocs docs;
  private final ApiProxy api;
  private final WebApp web;

  Edge(
      Connections connections,
      Problems problems,
      SecurityHeaders headers,
      ApiDocs docs,
      ApiProxy api,
      WebApp web) {
    this.connections = connections;
    this.problems = problems;
    this.headers = headers;
    this.docs = docs;
    this.api = api;
    this.web = web;
  }

  void route(@Observes Router router) {
    router.route().order(FIRST).handler(this::prepare).failureHandler(this::fail);
    router.route().order(FIRST + 1).handler(this::dispatch);
  }

  private void prepare(RoutingContext context) {
    connections.headArrived(context);
    begin(context);
    context.next();
  }

  private void begin(RoutingContext context) {
    var request = context.request();
    var id = RequestId.accept(request.getHeader(RequestId.HEADER));
    request.headers().set(RequestId.HEADER, id);
    request.response().putHeader(RequestId.HEADER, id);
    context.addHeadersEndHandler(_ -> headers.set(request, request.response().headers()));
  }

  /** What Vert.x refuses before any route is asked, as a request without a sane host. */
  private void fail(RoutingContext context) {
    if (context.statusCode() == HttpResponseStatus.BAD_REQUEST.code()) {
      begin(context);
      problems.answer(Failure.BAD_HEADERS, context.request());
    } else {
      context.next();
    }
  }

  private void dispatch(RoutingContext context) {
    var path = context.request().path();
    if (path != null && isOwn(path)) {
      context.next();
    } else if (path != null && docs.owns(path)) {
      docs.handle(context.request());
    } else if (path != null && (path.equals("/api") || path.startsWith("/api/"))) {
      api.handle(context.request());
    } else {
      web.handle(context.request());
    }
  }

  private static boolean isOwn(String path) {
    for (var own : OWN) {
      if (path.startsWith(own)
          && (path.length() == own.length() || path.charAt(own.length()) == '/')) {
        return true;
      }
    }
    return false;
  }
}
