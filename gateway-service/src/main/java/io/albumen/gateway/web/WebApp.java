package io.albumen.gateway.web;

import io.albumen.gateway.problem.Failure;
import io.albumen.gateway.problem.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers with a file of the web app, or, where a person navigates to one of its pages, with the
 * app itself. A missing file is a 404, never the page.
 */
@ApplicationScoped
public class WebApp {
  private static final String PAGE = "index.html";
  private static final Pattern FILE = Pattern.compile(".*\\.[A-Za-z0-9]+");
  private static final Pattern RESERVED = Pattern.compile("/(?:api|q|internal)(?:/.*)?");
  private final Vertx vertx;
  private final Assets assets;
  private final Problems problems;

  WebApp(Vertx vertx, Assets assets, Problems problems) {
    this.vertx = vertx;
    this.assets = assets;
    this.problems = problems;
  }

  public void handle(HttpServerRequest request) {
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      problems.answer(Failure.METHOD_NOT_ALLOWED, request);
      return;
    }
    var name = nameOf(request);
    if (name.isEmpty()) {
      problems.answer(Failure.NOT_FOUND, request);
      return;
    }
    var known = assets.known(name.get());
    if (known.isPresent()) {
      known.get().answer(request);
      return;
    }
    vertx
        .executeBlocking(() -> assets.find(name.get()), false)
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    asset -> asset.answer(request),
                    () -> problems.answer(Failure.NOT_FOUND, request)))
        .onFailure(_ -> problems.answer(Failure.NOT_FOUND, request));
  }

  /** The file a path means: itself, or the page where a person navigates. */
  private static Optional<String> nameOf(HttpServerRequest request) {
    var path = request.path() == null ? "" : request.path();
    if (!path.startsWith("/") || RESERVED.matcher(path).matches()) {
      return Optional.empty();
    }
    if (FILE.matcher(path).matches()) {
      return Optional.of(path.substring(1));
    }
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return path.equals("/") || (accept != null && accept.contains("text/html"))
        ? Optional.of(PAGE)
        : Optional.empty();
  }
}
