package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(ResilienceTest.Impatient.class)
class ResilienceTest {
  /** The breaker opens early, and stays open long enough to be seen. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gateway.upstream.breaker.failures", "3",
          "gateway.upstream.breaker.rest", "2S",
          "gateway.upstream.answer-timeout", "10S",
          "gateway.answer-timeouts.\"/api/v1/users/slow\"", "300MS",
          "gateway.limits.per-address.permits", "100000");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(TestTokens.Keys.class), new TestResourceEntry(Replicas.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  /** A success in between, so that no failure of another test counts. */
  @BeforeEach
  void forget() {
    given().get("/api/v1/users").then().statusCode(200);
    Replicas.CALLS.clear();
  }

  @Test
  void goesToAnotherReplicaWhereOneIsGone() {
    for (int i = 0; i < 30; i++) {
      given().get("/api/v1/media").then().statusCode(200);
    }
  }

  @Test
  void sendsAPostToAnotherReplicaWhereNothingWasSentToTheFirst() {
    for (int i = 0; i < 30; i++) {
      given().body(new byte[100_000]).post("/api/v1/media").then().statusCode(200);
    }
    assertThat(Replicas.CALLS).hasSize(30);
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"GET", "HEAD", "OPTIONS", "DELETE"})
  void repeatsWhatChangesNothingTwice(Method method) {
    given().request(method, "/api/v1/users/slams-first").then().statusCode(200);

    assertThat(Replicas.CALLS).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"POST", "PATCH"})
  void repeatsNothingThatMayHaveHappened(Method method) {
    given().request(method, "/api/v1/users/slams-first").then().statusCode(502);

    assertThat(Replicas.CALLS).hasSize(1);
  }

  @Test
  void repeatsNothingThatHadABody() {
    given().body("{}").put("/api/v1/users/slams-first").then().statusCode(502);

    assertThat(Replicas.CALLS).hasSize(1);
  }

  @Test
  void waitsForAPathAsLongAsItsOwnTimeoutSays() {
    given().get("/api/v1/users/slow").then().statusCode(504);
  }

  @Test
  void leavesAServiceAloneThatFailsTimeAndAgain() {
    for (int i = 0; i < 3; i++) {
      given().post("/api/v1/videos/slams").then().statusCode(502);
    }
    var calls = Replicas.CALLS.size();

    given().get("/api/v1/videos").then().statusCode(503).header("Retry-After", "2");

    assertThat(Replicas.CALLS).hasSize(calls);
  }
}
