package io.albumen.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Services of which some replicas are gone, and some fail in ways of their own. */
public final class Replicas implements QuarkusTestResourceLifecycleManager {
  /** What reached a replica. */
  static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Map<String, String> start() {
    var server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
    var alive = "http://127.0.0.1:" + server.actualPort();
    return Map.of(
        "gateway.upstreams.photo-service", "http://127.0.0.1:" + closedPort() + "," + alive,
        "gateway.upstreams.auth-service", alive,
        "gateway.upstreams.video-service", alive,
        "gateway.upstreams.notification-service", alive);
  }

  private static int closedPort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpServerRequest request) {
    if (request.path().startsWith("/q/") || request.path().startsWith("/internal/")) {
      request.response().end();
      return;
    }
    CALLS.add(request.path());
    switch (request.path()) {
      case "/api/v1/users/slams-first" -> {
        if (CALLS.size() == 1) {
          request.connection().close();
        } else {
          request.response().end("ok");
        }
      }
      case "/api/v1/videos/slams" -> request.connection().close();
      case "/api/v1/users/slow" -> {}
      default -> request.body().onSuccess(_ -> request.response().end("ok"));
    }
  }

  @Override
  public void stop() {
    var _ = vertx.close();
  }
}
