package io.albumen.gateway.routing;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.Locale;

/** Two sockets as one, after a client was let through to a service's WebSocket. */
final class Tunnel {
  private Tunnel() {}

  static boolean isAskedFor(HttpServerRequest request) {
    var upgrade = request.getHeader("Upgrade");
    var connection = request.getHeader("Connection");
    return upgrade != null
        && connection != null
        && upgrade.equalsIgnoreCase("websocket")
        && connection.toLowerCase(Locale.ROOT).contains("upgrade")
        && request.getHeader("Sec-WebSocket-Key") != null;
  }

  /** What comes out of one goes into the other, no faster than that takes it; both end together. */
  static void join(NetSocket client, NetSocket service) {
    flow(client, service);
    flow(service, client);
  }

  private static void flow(NetSocket from, NetSocket to) {
    from.handler(
        data -> {
          var _ = to.write(data);
          if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(_ -> from.resume());
          }
        });
    from.exceptionHandler(_ -> close(to));
    from.closeHandler(_ -> close(to));
  }

  private static void close(NetSocket socket) {
    var _ = socket.close();
  }
}
