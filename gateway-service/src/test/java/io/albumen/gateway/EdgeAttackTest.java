package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.albumen.common.UserId;
import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the internet tries on an edge; one proxy of ours stands before this one. */
@QuarkusTest
@TestProfile(EdgeAttackTest.OnTheInternet.class)
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class EdgeAttackTest {
  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static final int SIGN_INS = 10;
  private static final int PER_USER = 40;
  private static final int PER_ADDRESS = 150;

  /** Small limits, so that few calls reach them, which refill too slowly to be seen. */
  public static final class OnTheInternet implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gateway.trusted-hops", "1",
          "gateway.limits.per-address.permits", Integer.toString(PER_ADDRESS),
          "gateway.limits.per-address.window", "1H",
          "gateway.limits.per-user.permits", Integer.toString(PER_USER),
          "gateway.limits.per-user.window", "1H",
          "gateway.limits.routes.sign-in.window", "1H",
          "gateway.connections.head-timeout", "4S");
    }
  }

  private static String newAddress() {
    return "198.51.100." + ADDRESSES.incrementAndGet();
  }

  private static Response signIn(String forwardedFor) {
    return given().header("X-Forwarded-For", forwardedFor).post("/api/v1/auth/sign-in");
  }

  private static RawHttp client() throws IOException {
    return new RawHttp(URI.create("http://127.0.0.1:" + RestAssured.port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://169.254.169.254/latest/meta-data/",
        "GET http://169.254.170.2/v2/credentials",
        "GET //evil.example/api/v1/media",
        "GET /\\evil.example/api/v1/media",
        "GET http:evil.example",
        "GET file:///etc/passwd",
        "CONNECT evil.example:443",
        "GET @evil.example/api/v1/media"
      })
  void attack43NoTargetMakesTheGatewayCallElsewhere(String request) throws IOException {
    Upstream.SEEN.clear();
    try (var client = client()) {
      client.send(request + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n");

      assertThat(client.status()).isBetween(400, 405);
    }
    assertThat(Upstream.SEEN).isEmpty();
  }

  @Test
  void attack43AnAbsoluteTargetIsNotFollowed() throws IOException {
    try (var elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = client()) {
      elsewhere.setSoTimeout(300);
      client.send("GET http://127.0.0.1:%d/ HTTP/1.1\r\n".formatted(elsewhere.getLocalPort()));
      client.send("Host: localhost\r\nAccept: */*\r\n\r\n");

      assertThat(client.status()).isEqualTo(200); // our own page
      assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "X-Forwarded-Host",
        "X-Forwarded-Server",
        "X-Original-URL",
        "X-Rewrite-URL"
      })
  void attack43NoHeaderMovesARequest(String header) throws IOException {
    Upstream.SEEN.clear();
    try (var client = client()) {
      client.send(
          "GET /api/v1/media HTTP/1.1\r\n"
              + (header.equals("Host") ? "" : "Host: localhost\r\n")
              + header
              + ": /internal/sources@169.254.169.254\r\n\r\n");

      assertThat(client.status()).isIn(200, 400);
    }
    assertThat(Upstream.SEEN).doesNotContain("/internal/sources").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void attack44ASlowlorisIsCutOff() throws IOException {
    try (var client = client()) {
      client.send("GET /api/v1/media HTTP/1.1\r\nHost: localhost\r\n");

      var begun = Instant.now();
      assertThat(client.statusWhileTrickling("X-A: b\r\n")).isEqualTo(408);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void attack44ASlowBodyIsCutOff() throws IOException {
    try (var client = client()) {
      client.send("POST /api/v1/media HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n");

      assertThat(client.statusWhileTrickling("x")).isEqualTo(408);
    }
  }

  @Test
  void attack44ASteadyClientIsNotCutOff() throws IOException {
    try (var client = client()) {
      for (int i = 0; i < 3; i++) {
        client.send("HEAD /api/v1/media HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(client.status()).isEqualTo(200);
        client.skipTo("");
        client.idle(Duration.ofMillis(1300)); // longer than headers may take
      }
    }
  }

  @Test
  void attack44AFloodOfHeadersIsRefused() throws IOException {
    Upstream.SEEN.clear();
    try (var client = client()) {
      client.send("GET /api/v1/media HTTP/1.1\r\nHost: localhost\r\n");
      client.send("X-A: b\r\n".repeat(4000) + "\r\n");

      assertThat(client.status()).isIn(400, 431);
    }
    assertThat(Upstream.SEEN).isEmpty();
  }

  @Test
  void attack44AnEndlessRequestLineIsRefused() throws IOException {
    try (var client = client()) {
      client.send("GET /api/v1/media?" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(client.status()).isEqualTo(414);
    }
  }

  @Test
  void attack44TenMegabytesOfJsonAreRefused() throws IOException {
    Upstream.SEEN.clear();
    try (var client = client()) {
      client.send(
          "POST /api/v1/uploads HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: application/json\r\nContent-Length: 10000000\r\n\r\n["
              + "1,".repeat(500));

      assertThat(client.status()).isEqualTo(413);
    }
    assertThat(Upstream.SEEN).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, gzip", "x-unknown"})
  void attack45PackedBodiesAreRefusedUnopened(String coding) throws IOException {
    Upstream.SEEN.clear();
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[10_000_000]);
    }

    given()
        .header("Content-Encoding", coding)
        .contentType("application/json")
        .body(bomb.toByteArray())
        .post("/api/v1/uploads")
        .then()
        .statusCode(415)
        .body("code", equalTo("unsupported-encoding"));
    assertThat(Upstream.SEEN).isEmpty();
  }

  @Test
  void attack46GuessingFromOneAddressEndsAfterTen() {
    var address = newAddress();
    for (int left = SIGN_INS - 1; left >= 0; left--) {
      signIn(address)
          .then()
          .statusCode(200)
          .header("RateLimit", matchesPattern("\"sign-in-address\";r=" + left + ";t=\\d+"))
          .header("RateLimit-Policy", "\"sign-in-address\";q=10;w=3600");
    }
    Upstream.SEEN.clear();

    var refused = signIn(address).then().statusCode(429).contentType("application/problem+json");

    refused
        .body("code", equalTo("rate-limited"))
        .header("RateLimit", matchesPattern("\"sign-in-address\";r=0;t=\\d+"))
        .header("Cache-Control", "no-store");
    assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(300, 360);
    assertThat(Upstream.SEEN).isEmpty();
  }

  @Test
  void attack46AForgedForwardedForIsNoNewAddress() {
    var address = newAddress();
    for (int i = 0; i < SIGN_INS; i++) {
      signIn("203.0.113." + i + ", " + address).then().statusCode(200);
    }

    signIn("203.0.113.99, " + address).then().statusCode(429);
    given()
        .header("X-Forwarded-For", "203.0.113.98")
        .header("Forwarded", "for=203.0.113.97")
        .header("X-Real-IP", "203.0.113.96")
        .header("X-Forwarded-For", address)
        .post("/api/v1/auth/sign-in")
        .then()
        .statusCode(429);
  }

  @Test
  void attack46AnotherSpellingIsNoOtherCall() {
    var address = newAddress();
    for (int i = 0; i < SIGN_INS; i++) {
      signIn(address).then().statusCode(200);
    }

    given()
        .urlEncodingEnabled(false)
        .header("X-Forwarded-For", address)
        .post("/api/v1/auth/%73ign%2din?x=1")
        .then()
        .statusCode(429);
  }

  @Test
  void attack46OneNetworkOfIpv6IsOneAddress() {
    for (int i = 1; i <= SIGN_INS; i++) {
      signIn("2001:db8:0:46::" + i).then().statusCode(200);
    }

    signIn("[2001:db8:0:46:ffff::1]:4711").then().statusCode(429);
    signIn("2001:db8:0:47::1").then().statusCode(200);
  }

  @Test
  void attack46OthersAreNotLockedOut() {
    var address = newAddress();
    for (int i = 0; i <= SIGN_INS; i++) {
      signIn(address);
    }

    signIn(newAddress()).then().statusCode(200);
    given().header("X-Forwarded-For", address).get("/api/v1/media").then().statusCode(200);
  }

  @Test
  void attack46ManyAddressesOfOneUserCountTogether() {
    var token = TestTokens.access(new UserId(UUID.randomUUID()));
    for (int i = 0; i < PER_USER; i++) {
      given()
          .header("X-Forwarded-For", newAddress())
          .auth()
          .oauth2(token)
          .get("/api/v1/media")
          .then()
          .statusCode(200);
    }

    given()
        .header("X-Forwarded-For", newAddress())
        .auth()
        .oauth2(token)
        .get("/api/v1/media")
        .then()
        .statusCode(429)
        .header("RateLimit-Policy", "\"user\";q=40;w=3600");
  }

  @Test
  void attack46BadTokensCountBeforeTheyAreLookedAt() {
    var address = newAddress();
    for (int i = 0; i < PER_ADDRESS; i++) {
      given()
          .header("X-Forwarded-For", address)
          .auth()
          .oauth2("bad." + i)
          .get("/api/v1/media")
          .then()
          .statusCode(401);
    }

    given()
        .header("X-Forwarded-For", address)
        .auth()
        .oauth2("bad.x")
        .get("/api/v1/media")
        .then()
        .statusCode(429);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/nothing, 404",
    "GET, /api/v1/media/%2e%2e, 400",
    "TRACE, /api/v1/media, 405",
    "GET, /api/v1/notifications, 503",
    "GET, /api/v1/videos/silent, 504",
    "GET, /api/v1/videos/slammed, 502",
    "GET, /api/v1/server/nothing, 404",
    "DELETE, /api/v1/server/info, 405",
    "GET, /assets/gone.js, 404",
    "POST, /, 405",
    "GET, /q/nothing, 404"
  })
  void attack47FailuresTellNothingOfTheInside(Method method, String path, int status) {
    var answer = given().urlEncodingEnabled(false).request(method, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.asString() + answer.headers())
        .doesNotContainIgnoringCase(
            "exception",
            "\tat ",
            "io.albumen",
            "io.vertx",
            "netty",
            "quarkus",
            "java.",
            "127.0.0.1",
            "localhost",
            "connection refused",
            "select ",
            "AKIA",
            "PRIVATE KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /assets/index-4f2a91bc.js",
    "GET, /assets/gone.js",
    "GET, /api/v1/media",
    "GET, /api/v1/nothing",
    "GET, /api/v1/notifications",
    "GET, /api/v1/server/info",
    "GET, /api/openapi.json",
    "GET, /api/docs",
    "GET, /q/health/live",
    "POST, /"
  })
  void attack7NoAnswerMayBeFramedOrShared(Method method, String path) {
    given()
        .header("Origin", "https://evil.example")
        .request(method, path)
        .then()
        .header("X-Frame-Options", "DENY")
        .header("Content-Security-Policy", matchesPattern(".*frame-ancestors 'none'.*"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Allow-Credentials", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:8080"})
  void attack7NoOriginIsReflected(String origin) {
    var answer =
        given()
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,x-albumen-client")
            .options("/api/v1/auth/refresh");

    assertThat(answer.headers().asList())
        .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control-"));
  }

  @Test
  void tellsBrowsersOnTlsToStayThere() {
    given()
        .header("X-Forwarded-Proto", "https")
        .get("/")
        .then()
        .header("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
        .header("Content-Security-Policy", matchesPattern(".*; upgrade-insecure-requests"));
  }
}
