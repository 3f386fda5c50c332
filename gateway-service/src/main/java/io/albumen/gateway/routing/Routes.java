package io.albumen.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of services: segment → service → address. */
@ApplicationScoped
class Routes {
  private final Map<String, String> services = new HashMap<>();
  private final Map<String, URI> upstreams = new HashMap<>();

  Routes(RoutingConfig config) {
    config
        .routes()
        .forEach(
            (service, segments) -> {
              segments.forEach(segment -> add(segment, service));
              upstreams.put(
                  service,
                  config.upstreams().getOrDefault(service, URI.create("http://" + service)));
            });
  }

  private void add(String segment, String service) {
    var other = services.put(segment, service);
    if (other != null) {
      throw new IllegalArgumentException(
          "gateway.routes: %s belongs to %s and %s".formatted(segment, other, service));
    }
  }

  /** The service that owns the path; {@code /admin/photo/…} is photo-service's. */
  Optional<String> serviceOf(ApiPath path) {
    if (path.segment().equals("admin")) {
      return Optional.of(path.service() + "-service").filter(upstreams::containsKey);
    }
    return Optional.ofNullable(services.get(path.segment()));
  }

  Set<Map.Entry<String, URI>> upstreams() {
    return upstreams.entrySet();
  }
}
