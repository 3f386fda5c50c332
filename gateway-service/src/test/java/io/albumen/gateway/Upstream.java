package io.albumen.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service behind the gateway, real as far as HTTP goes; it tells what reached it. */
public final class Upstream implements QuarkusTestResourceLifecycleManager {
  /** The gateway asks it by itself every few seconds, whatever is tested. */
  private static final String OWN_POLL = "/internal/revocations";

  static final int CHUNK = 64 * 1024;

  /** Bytes of {@code /videos/large}; more than the tests' heap would hold twice over. */
  static final long LARGE = 256L * 1024 * 1024;

  /** Paths as the service saw them. */
  static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

  /** Headers that only a request broken in two can bring. */
  static final Queue<String> EVIL = new ConcurrentLinkedQueue<>();

  /** Requests whose client went away before the end. */
  static final AtomicInteger BROKEN_OFF = new AtomicInteger();

  /** What the server-sent events wait for: one is sent when it is raised. */
  static final AtomicInteger EVENTS_DUE = new AtomicInteger();

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Map<String, String> start() {
    HttpServer server =
        await(
            vertx
                .createHttpServer(
                    new HttpServerOptions()
                        .setMaxWebSocketFrameSize(16 * CHUNK)
                        .setMaxWebSocketMessageSize(64 * CHUNK))
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1"));
    var url = "http://127.0.0.1:" + server.actualPort();
    return Map.of(
        "gateway.upstreams.auth-service", url,
        "gateway.upstreams.video-service", url,
        "gateway.upstreams.photo-service", url,
        "gateway.upstreams.notification-service", "http://127.0.0.1:" + closedPort());
  }

  private static int closedPort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T await(io.vertx.core.Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void handle(HttpServerRequest request) {
    if (!OWN_POLL.equals(request.path())) {
      SEEN.add(request.path());
    }
    request.headers().getAll("X-Evil").forEach(EVIL::add);
    request.exceptionHandler(_ -> BROKEN_OFF.incrementAndGet());
    switch (request.path()) {
      case "/api/v1/videos/large" -> sendLarge(request);
      case "/api/v1/videos/events" -> sendEvents(request);
      case "/api/v1/videos/silent" -> {}
      case "/api/v1/videos/broken" ->
          request
              .response()
              .putHeader("Content-Length", "1000")
              .write("half")
              .onComplete(_ -> request.connection().close());
      case "/api/v1/videos/slammed" -> request.connection().close();
      case "/api/v1/videos/socket" -> echoSocket(request);
      case "/api/v1/videos/socket-refused" -> request.response().setStatusCode(403).end("no");
      case "/api/v1/videos/early" -> request.response().end("early");
      case "/api/v1/videos/chatty" -> answerWithOwnHeaders(request);
      case "/api/v1/media/teapot" ->
          request
              .response()
              .setStatusCode(422)
              .putHeader("Content-Type", "application/problem+json")
              .end("{\"code\":\"theirs\"}");
      default -> echo(request);
    }
  }

  private static void echoSocket(HttpServerRequest request) {
    request
        .toWebSocket()
        .onSuccess(
            socket -> {
              socket.textMessageHandler(text -> socket.writeTextMessage("echo " + text));
              socket.binaryMessageHandler(socket::writeBinaryMessage);
            });
  }

  /** What arrived, as JSON. */
  private static void echo(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              var headers = new JsonObject();
              request
                  .headers()
                  .forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
              request
                  .response()
                  .putHeader("Content-Type", "application/json")
                  .end(
                      new JsonObject()
                          .put("uri", request.uri())
                          .put("method", request.method().name())
                          .put("bodyBytes", body.length())
                          .put("headers", headers)
                          .encode());
            });
  }

  private static void sendLarge(HttpServerRequest request) {
    request.response().putHeader("Content-Length", Long.toString(LARGE));
    sendChunks(request, LARGE);
  }

  private static void sendChunks(HttpServerRequest request, long left) {
    if (left == 0) {
      request.response().end();
      return;
    }
    request
        .response()
        .write(Buffer.buffer(new byte[CHUNK]))
        .onSuccess(_ -> sendChunks(request, left - CHUNK));
  }

  private void sendEvents(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream").write(": hello\n\n");
    var timer =
        vertx.setPeriodic(
            20,
            _ -> {
              if (EVENTS_DUE.getAndUpdate(due -> Math.max(0, due - 1)) > 0) {
                response.write("data: {\"progress\":1}\n\n");
              }
            });
    response.closeHandler(_ -> vertx.cancelTimer(timer));
  }

  private static void answerWithOwnHeaders(HttpServerRequest request) {
    request
        .response()
        .putHeader("Server", "SecretServer/1")
        .putHeader("Content-Security-Policy", "default-src *")
        .putHeader("X-Request-Id", "the-services-own")
        .putHeader("Connection", "X-Hop")
        .putHeader("X-Hop", "one hop only")
        .putHeader("ETag", "\"kept\"")
        .putHeader("Cache-Control", "private, max-age=60")
        .end("ok");
  }

  @Override
  public void stop() {
    await(vertx.close());
  }
}
