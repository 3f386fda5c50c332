package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class StreamingTest {
  private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";

  private static URI gateway(String path) {
    return URI.create("http://127.0.0.1:" + RestAssured.port + path);
  }

  private RawHttp client() throws IOException {
    return new RawHttp(gateway(""));
  }

  @Test
  void streamsDownMoreThanItCouldHold() throws IOException {
    var before = usedMemory();

    long bytes;
    try (var answer = gateway("/api/v1/videos/large").toURL().openStream()) {
      bytes = drain(answer);
    }

    assertThat(bytes).isEqualTo(Upstream.LARGE);
    assertThat(usedMemory() - before).isLessThan(Upstream.LARGE / 2);
  }

  @Test
  void refusesAChunkedBodyOnceItIsTooLarge() throws IOException {
    try (var client = client()) {
      client.send("POST /api/v1/media" + HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      for (int sent = 0; sent <= 16; sent++) {
        client.send(chunk);
      }

      assertThat(client.status()).isEqualTo(413);
    }
  }

  @Test
  void passesAChunkedBodyOn() throws IOException {
    try (var client = client()) {
      client.send("POST /api/v1/media" + HEAD + "Transfer-Encoding: chunked\r\n\r\n");
      client.send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

      assertThat(client.status()).isEqualTo(200);
    }
  }

  @Test
  void passesEventsOnOneByOne() throws IOException {
    try (var client = client()) {
      client.send("GET /api/v1/videos/events" + HEAD + "Accept: text/event-stream\r\n\r\n");
      client.skipTo(": hello");

      Upstream.EVENTS_DUE.incrementAndGet();
      client.skipTo("data: {\"progress\":1}");

      Upstream.EVENTS_DUE.incrementAndGet();
      client.skipTo("data: {\"progress\":1}");
    }
  }

  @Test
  void keepsASilentEventStreamOpen() throws IOException {
    try (var client = client()) {
      client.send("GET /api/v1/videos/events" + HEAD + "\r\n");
      client.skipTo(": hello");

      await(Duration.ofMillis(1500)); // longer than an answer may otherwise pause

      Upstream.EVENTS_DUE.incrementAndGet();
      client.skipTo("data: {\"progress\":1}");
    }
  }

  @Test
  void breaksOffAnAnswerThatTheServiceBreaksOff() {
    assertThatThrownBy(
            () -> {
              try (var answer = gateway("/api/v1/videos/broken").toURL().openStream()) {
                drain(answer);
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void survivesClientsThatGoAwayWhileDownloading() throws IOException {
    for (int i = 0; i < 20; i++) {
      var client = client();
      client.send("GET /api/v1/videos/large" + HEAD + "\r\n");
      var _ = client.in().readNBytes(100_000);
      client.abort();
    }

    assertAlive();
  }

  @Test
  void survivesClientsThatGoAwayWhileUploading() throws IOException {
    for (int i = 0; i < 20; i++) {
      var client = client();
      client.send("POST /api/v1/media" + HEAD + "Content-Length: 500000\r\n\r\n");
      client.send("x".repeat(100_000));
      client.abort();
    }

    assertAlive();
  }

  @Test
  void survivesClientsThatGoAwayBeforeTheAnswer() throws IOException {
    for (int i = 0; i < 20; i++) {
      var client = client();
      client.send("GET /api/v1/videos/silent" + HEAD + "\r\n");
      client.abort();
    }

    assertAlive();
  }

  @Test
  void survivesClientsThatGoAwayWhileTheirTokenIsChecked() throws IOException {
    for (int i = 0; i < 20; i++) {
      var client = client();
      client.send("POST /api/v1/media" + HEAD + "Authorization: Bearer nonsense\r\n");
      client.send("Content-Length: 500000\r\n\r\nx");
      client.abort();
    }

    assertAlive();
  }

  @Test
  void tellsTheServiceThatTheClientWentAway() throws IOException {
    var before = Upstream.BROKEN_OFF.get();
    var client = client();
    client.send("POST /api/v1/media" + HEAD + "Content-Length: 500000\r\n\r\nx");
    until(() -> Upstream.SEEN.contains("/api/v1/media"));

    client.abort();

    until(() -> Upstream.BROKEN_OFF.get() > before);
    assertThat(Upstream.BROKEN_OFF.get()).isGreaterThan(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/../../internal/sources",
        "GET /api/v1/media/../../../internal/sources",
        "GET /api/v1/media/..\\..\\internal",
        "GET http://localhost/internal/sources",
        "GET http://localhost/api/v1/../../internal/sources",
        "GET //api/v1/media",
        "OPTIONS *",
        "GET internal"
      })
  void neverReachesAServiceByAnOddTarget(String request) throws IOException {
    Upstream.SEEN.clear();
    try (var client = client()) {
      client.send(request + HEAD + "\r\n");

      assertThat(client.status()).isBetween(400, 405);
    }
    assertThat(Upstream.SEEN).isEmpty();
  }

  private static void assertAlive() {
    for (int i = 0; i < 50; i++) {
      given().get("/api/v1/media").then().statusCode(200);
    }
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long drain(InputStream in) throws IOException {
    var buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
    }
    return bytes;
  }

  private static void await(Duration pause) {
    var end = Instant.now().plus(pause);
    until(() -> Instant.now().isAfter(end));
  }

  private static void until(BooleanSupplier condition) {
    var deadline = Instant.now().plusSeconds(10);
    while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
  }
}
