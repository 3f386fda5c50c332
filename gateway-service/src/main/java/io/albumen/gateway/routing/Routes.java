package io.albumen.gateway.routing;

import io.albumen.gateway.routing.Route.PathPatience;
import io.albumen.gateway.upstream.Upstream;
import io.albumen.gateway.upstream.UpstreamConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of services: segment → service → addresses. */
@Singleton
class Routes {
  private static final String ADMIN = "admin";
  private final Map<String, Route> bySegment = new HashMap<>();
  private final Map<String, Route> byService = new HashMap<>();

  Routes(RoutingConfig config, UpstreamConfig upstream) {
    var byPath = patienceByPath(config);
    config
        .routes()
        .forEach(
            (service, segments) -> {
              var route = route(service, config, upstream, byPath);
              byService.put(service, route);
              segments.forEach(segment -> add(segment, route));
            });
  }

  private static List<PathPatience> patienceByPath(RoutingConfig config) {
    return config.answerTimeouts().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("/"))
        .map(entry -> new PathPatience(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt((PathPatience entry) -> entry.path().length()).reversed())
        .toList();
  }

  private static Route route(
      String service, RoutingConfig config, UpstreamConfig upstream, List<PathPatience> byPath) {
    var addresses =
        config.upstreams().getOrDefault(service, List.of(URI.create("http://" + service)));
    return new Route(
        service,
        new Upstream(addresses, upstream),
        config.answerTimeouts().getOrDefault(service, upstream.answerTimeout()),
        byPath);
  }

  private void add(String segment, Route route) {
    var other = bySegment.put(segment, route);
    if (other != null || segment.equals(ADMIN)) {
      throw new IllegalArgumentException(
          "gateway.routes: %s is not free for %s".formatted(segment, route.service()));
    }
  }

  /**
   * Where a path goes; {@code /admin/photo/…} is photo-service's.
   *
   * @return null if nowhere
   */
  @Nullable Route of(ApiPath path) {
    return path.segment().equals(ADMIN)
        ? byService.get(path.service() + "-service")
        : bySegment.get(path.segment());
  }

  @Nullable Route ofService(String service) {
    return byService.get(service);
  }

  Collection<Route> all() {
    return byService.values();
  }
}
