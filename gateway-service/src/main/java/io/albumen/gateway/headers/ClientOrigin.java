package io.albumen.gateway.headers;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as proxies that we trust have written it. */
@ApplicationScoped
public class ClientOrigin {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private final int trustedHops;

  ClientOrigin(GatewayConfig config) {
    this.trustedHops = config.trustedHops();
  }

  /** The client's address. */
  public String address(HttpServerRequest request) {
    var forwarded = entries(request, "X-Forwarded-For");
    if (trustedHops == 0 || forwarded.size() < trustedHops) {
      return request.remoteAddress().hostAddress();
    }
    return forwarded.get(forwarded.size() - trustedHops);
  }

  /** {@code http} or {@code https}, as the client spoke to the outermost of us. */
  public String scheme(HttpServerRequest request) {
    var forwarded = entries(request, "X-Forwarded-Proto");
    var claimed = trustedHops == 0 || forwarded.isEmpty() ? null : forwarded.getLast();
    return claimed != null && SCHEMES.contains(claimed) ? claimed : own(request.scheme());
  }

  private static String own(@Nullable String scheme) {
    return scheme == null ? "http" : scheme;
  }

  private static List<String> entries(HttpServerRequest request, String header) {
    return request.headers().getAll(header).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }
}
