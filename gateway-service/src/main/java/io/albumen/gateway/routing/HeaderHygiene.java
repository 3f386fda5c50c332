package io.albumen.gateway.routing;

import io.albumen.common.RequestId;
import io.albumen.gateway.headers.ClientOrigin;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers cross the gateway. */
@ApplicationScoped
class HeaderHygiene {
  /** RFC 9110 §7.6.1, and what older software sends. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> CLAIMS = Set.of("forwarded", "x-real-ip", "via");
  private static final String OURS = "x-albumen-";

  /** Of our own headers the only one that clients send. */
  private static final String CLIENT_KIND = "x-albumen-client";

  private final ClientOrigin origin;

  HeaderHygiene(ClientOrigin origin) {
    this.origin = origin;
  }

  /** Takes away what only we may say, then says it. */
  void clean(HttpServerRequest from, MultiMap headers, String requestId) {
    dropHopByHop(headers);
    List.copyOf(headers.names()).stream().filter(HeaderHygiene::isClaim).forEach(headers::remove);
    headers.set("X-Forwarded-For", origin.address(from));
    headers.set("X-Forwarded-Proto", origin.scheme(from));
    var authority = from.authority();
    if (authority != null) {
      headers.set("X-Forwarded-Host", authority.toString());
    }
    headers.set(RequestId.HEADER, requestId);
  }

  private static boolean isClaim(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("x-forwarded-")
        || CLAIMS.contains(lower)
        || (lower.startsWith(OURS) && !lower.equals(CLIENT_KIND));
  }

  /** Services' own security headers and request id are replaced later, by the edge's. */
  void cleanAnswer(MultiMap headers) {
    dropHopByHop(headers);
    headers.remove("server");
    headers.remove(RequestId.HEADER);
    if (!headers.contains("cache-control")) {
      headers.set("cache-control", "no-store");
    }
  }

  private static void dropHopByHop(MultiMap headers) {
    headers.getAll("connection").stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(headers::remove);
    HOP_BY_HOP.forEach(headers::remove);
  }
}
