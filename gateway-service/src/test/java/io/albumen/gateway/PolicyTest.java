package io.albumen.gateway;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.albumen.gateway.routing.RoutingConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may call what the gateway mounts, by itself or for a service. A new route fails here until
 * somebody has said who may.
 */
@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class PolicyTest {
  /** Anybody: says nothing of anyone. Everything else of the server goes through the edge first. */
  private static final Set<String> ANYBODY =
      Set.of("/api/v1/server", "/q/health", "/q/openapi", "/q/swagger-ui");

  /** Where Quarkus ends what nothing else took: endpoints with policies of their own, else 404. */
  private static final Set<String> ENDS = Set.of("/", "/q/");

  /** A token that is there must be good; the service asks for one where it needs one. */
  private static final Map<String, Set<String>> THE_SERVICE_DECIDES =
      Map.of(
          "auth-service", Set.of("auth", "users"),
          "photo-service",
              Set.of(
                  "uploads",
                  "media",
                  "tags",
                  "timeline",
                  "search",
                  "map",
                  "memories",
                  "trash",
                  "usage",
                  "galleries",
                  "invitations",
                  "shares",
                  "public",
                  "downloads",
                  "reports",
                  "moderation",
                  "audit"),
          "video-service", Set.of("videos"),
          "notification-service", Set.of("notifications"));

  @Inject Router router;
  @Inject RoutingConfig routing;

  @Test
  void saysOfEverySegmentWhoMayCallIt() {
    var mounted =
        routing.routes().entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), Set.copyOf(entry.getValue())))
            .collect(toSet());

    assertThat(mounted).isEqualTo(THE_SERVICE_DECIDES.entrySet());
  }

  @Test
  void saysOfEveryRouteOfItsOwnWhoMayCallIt() {
    var unsaid =
        router.getRoutes().stream()
            .map(Route::getPath)
            .filter(Objects::nonNull)
            .filter(path -> !ENDS.contains(path))
            .filter(path -> ANYBODY.stream().noneMatch(path::startsWith))
            .toList();

    assertThat(unsaid).isEmpty();
  }

  @Test
  void letsEveryRequestThroughTheEdgeFirst() {
    var first = Stream.of(router.getRoutes()).flatMap(List::stream).findFirst().orElseThrow();

    assertThat(first.getPath()).isNull();
    assertThat(first.methods()).isNull();
  }
}
