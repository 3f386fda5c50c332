package io.albumen.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.gateway.limit.LimitConfig.CountedBy;
import io.albumen.gateway.limit.LimitedRoutes.Route;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedRoutesTest {
  private record Limit(List<String> calls, CountedBy countedBy) implements LimitConfig.Route {
    @Override
    public int permits() {
      return 10;
    }

    @Override
    public Duration window() {
      return Duration.ofMinutes(1);
    }
  }

  private static LimitedRoutes routes(String... calls) {
    return new LimitedRoutes(Map.of("any", new Limit(List.of(calls), CountedBy.ADDRESS)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/auth/sign-in", "/api/v1/auth/%73ign%2Din"})
  void knowsACallHoweverItIsSpelled(String path) {
    assertThat(routes("POST /auth/sign-in").find(HttpMethod.POST, path)).isNotEqualTo(Route.FREE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/auth/sign-in/x", "/api/v1/auth", "/auth/sign-in"})
  void leavesOthersAlone(String path) {
    assertThat(routes("POST /auth/sign-in").find(HttpMethod.POST, path)).isEqualTo(Route.FREE);
  }

  @Test
  void tellsMethodsApart() {
    assertThat(routes("POST /auth/sign-in").find(HttpMethod.GET, "/api/v1/auth/sign-in"))
        .isEqualTo(Route.FREE);
  }

  @Test
  void takesOneSegmentForEachPlaceholder() {
    var routes = routes("POST /uploads/{id}/parts");

    assertThat(routes.find(HttpMethod.POST, "/api/v1/uploads/019f/parts")).isNotEqualTo(Route.FREE);
    assertThat(routes.find(HttpMethod.POST, "/api/v1/uploads/019f/a/parts")).isEqualTo(Route.FREE);
    assertThat(routes.find(HttpMethod.POST, "/api/v1/uploads//parts")).isEqualTo(Route.FREE);
  }

  @Test
  void countsByAddressAloneWhereNobodyIsSignedIn() {
    var route = routes("POST /auth/sign-in").find(HttpMethod.POST, "/api/v1/auth/sign-in");

    assertThat(route.perAddress()).isNotNull();
    assertThat(route.perUser()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/sign-in", "POST auth", "POST /a b", "POST /a/", "post /a"})
  void refusesWhatIsNoCall(String call) {
    assertThatThrownBy(() -> routes(call)).isInstanceOf(IllegalArgumentException.class);
  }
}
