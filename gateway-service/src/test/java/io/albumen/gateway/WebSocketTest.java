package io.albumen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(Upstream.class)
class WebSocketTest {
  private static final int MEGABYTE = 1 << 20;
  private final Vertx vertx = Vertx.vertx();
  private final WebSocketClient client =
      vertx.createWebSocketClient(
          new WebSocketClientOptions().setMaxFrameSize(MEGABYTE).setMaxMessageSize(4 * MEGABYTE));

  @AfterEach
  void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return await(future.toCompletionStage().toCompletableFuture());
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private WebSocket open(String path) {
    return await(
        client.connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(RestAssured.port)
                .setURI("/api/v1/videos/" + path)));
  }

  @Test
  void passesMessagesBothWays() {
    var socket = open("socket");
    var heard = new CompletableFuture<String>();
    socket.textMessageHandler(heard::complete);

    var _ = socket.writeTextMessage("hello");

    assertThat(await(heard)).isEqualTo("echo hello");
  }

  @Test
  void passesMessagesLargerThanItsBuffers() {
    var socket = open("socket");
    var heard = new CompletableFuture<Buffer>();
    socket.binaryMessageHandler(heard::complete);

    var _ = socket.writeBinaryMessage(Buffer.buffer(new byte[2 * MEGABYTE]));

    assertThat(await(heard).length()).isEqualTo(2 * MEGABYTE);
  }

  @Test
  void tellsTheServiceThatTheClientClosed() {
    var socket = open("socket");
    var closed = new CompletableFuture<Void>();
    socket.closeHandler(closed::complete);

    var _ = socket.close();

    await(closed);
    assertThat(socket.closeStatusCode()).isEqualTo((short) 1000);
  }

  @Test
  void passesOnThatTheServiceWantsNoSocket() {
    assertThatThrownBy(() -> open("socket-refused"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            refusal -> assertThat(refusal.getStatus()).isEqualTo(403));
  }

  @Test
  void opensNoSocketOutsideTheRoutes() {
    assertThatThrownBy(() -> open("../../../internal/socket"))
        .cause()
        .isInstanceOf(UpgradeRejectedException.class);
  }
}
