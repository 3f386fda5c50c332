package io.albumen.gateway.token;

import com.sun.net.httpserver.HttpServer;
import io.albumen.common.security.TokenConfig;
import io.albumen.common.testing.TestTokens;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A user pool's key set, which counts how often it is fetched; and a clock to move. */
final class FakePool extends Clock implements AutoCloseable {
  final AtomicInteger fetches = new AtomicInteger();
  volatile String answer = TestTokens.jwks();
  volatile int status = 200;
  private volatile Instant now = Instant.now();
  private final HttpServer server;

  FakePool() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          var body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  TokenConfig tokens() {
    return config().getConfigMapping(TokenConfig.class);
  }

  TokenGateConfig gate() {
    return config().getConfigMapping(TokenGateConfig.class);
  }

  private SmallRyeConfig config() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(TokenConfig.class)
        .withMapping(TokenGateConfig.class)
        .withDefaultValues(
            Map.of(
                "albumen.tokens.issuer",
                TestTokens.ISSUER,
                "albumen.tokens.client-id",
                TestTokens.CLIENT_ID,
                "albumen.tokens.jwks-url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json"))
        .build();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
