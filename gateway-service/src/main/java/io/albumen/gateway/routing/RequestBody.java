package io.albumen.gateway.routing;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** What a request's head tells of its body. */
final class RequestBody {
  private static final Set<HttpMethod> BODILESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private RequestBody() {}

  /**
   * HTTP/2 needs neither header for a body.
   *
   * @param declared length in bytes, or −1 if none is declared
   */
  static boolean mayFollow(HttpServerRequest request, long declared) {
    return declared > 0
        || (declared < 0
            && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2
                    && !BODILESS.contains(request.method()))));
  }
}
