package io.albumen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.testing.TestTokens;
import io.netty.util.ResourceLeakDetector;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that go away at any point, in either direction, some with a reset. */
@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class ChurnTest {
  private static final int CLIENTS = 8;
  private static final int TURNS = 60;
  private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final List<String> ANSWERS =
      List.of("media", "videos/large", "videos/broken", "videos/slammed", "videos/chatty");

  private final Queue<String> alarms = new ConcurrentLinkedQueue<>();
  private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          var text = line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown();
          if (line.getThrown() != null || text.contains("LEAK")) {
            alarms.add(text);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    for (var name : List.of("io.netty", "io.vertx", "io.quarkus", "io.albumen")) {
      Logger.getLogger(name).addHandler(listener);
    }
  }

  @AfterEach
  void stopListening() {
    ResourceLeakDetector.setLevel(before);
    for (var name : List.of("io.netty", "io.vertx", "io.quarkus", "io.albumen")) {
      Logger.getLogger(name).removeHandler(listener);
    }
  }

  @Test
  void releasesEveryBufferOnceWhereverClientsGoAway() {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, CLIENTS)
          .forEach(
              seed -> {
                var _ = clients.submit(() -> churn(new Random(seed)));
              });
    }
    System.gc(); // leaks are told when what held the buffer is collected

    for (int i = 0; i < 600; i++) { // more than all pools together: each connection came back
      given().get("/api/v1/media").then().statusCode(200);
    }
    assertThat(alarms).isEmpty();
  }

  private static Void churn(Random random) throws IOException {
    for (int turn = 0; turn < TURNS; turn++) {
      try (var client = new RawHttp(URI.create("http://127.0.0.1:" + RestAssured.port))) {
        if (random.nextBoolean()) {
          download(client, random);
        } else {
          upload(client, random);
        }
        if (random.nextBoolean()) {
          client.abort();
        }
      } catch (IOException e) {
        // cut off by the other side: that happens too
      }
    }
    return null;
  }

  private static void download(RawHttp client, Random random) throws IOException {
    var path = ANSWERS.get(random.nextInt(ANSWERS.size()));
    var request = "GET /api/v1/" + path + HEAD + "\r\n";
    client.send(random.nextInt(4) == 0 ? request + request : request);
    var _ = client.in().read(new byte[random.nextInt(1, 200_000)]);
  }

  private static void upload(RawHttp client, Random random) throws IOException {
    var chunked = random.nextBoolean();
    var size = random.nextInt(1, 300_000);
    var path = random.nextInt(3) == 0 ? "videos/early" : "media";
    client.send(
        "POST /api/v1/"
            + path
            + HEAD
            + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + size)
            + "\r\n\r\n");
    for (int left = random.nextInt(size + 1); left > 0; ) {
      var part = Math.min(left, random.nextInt(1, 30_000));
      client.send(
          chunked
              ? Integer.toHexString(part) + "\r\n" + "x".repeat(part) + "\r\n"
              : "x".repeat(part));
      left -= part;
    }
  }
}
