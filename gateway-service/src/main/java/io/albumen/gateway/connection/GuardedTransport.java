package io.albumen.gateway.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.EpollTransport;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;

/**
 * Vert.x' transport with a gate before its servers: Vert.x has no hook of its own that sees a
 * connection before its first whole request.
 */
interface GuardedTransport {
  Gate gate();

  /** Found by Vert.x among the services. */
  final class Provider implements VertxServiceProvider {
    @Override
    public void init(VertxBuilder builder) {
      builder.findTransport(guarded(builder.findTransport()));
    }

    private static Transport guarded(Transport found) {
      return switch (found) {
        case EpollTransport _ -> new Epoll();
        case JDKTransport _ -> new Jdk();
        default -> found;
      };
    }
  }

  /** On Linux, where Netty's library is there. */
  final class Epoll extends EpollTransport implements GuardedTransport {
    private final Gate gate = new Gate();

    @Override
    public Gate gate() {
      return gate;
    }

    @Override
    public void configure(
        NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
      super.configure(options, domainSocket, bootstrap);
      bootstrap.handler(gate);
    }
  }

  /** Everywhere else. */
  final class Jdk extends JDKTransport implements GuardedTransport {
    private final Gate gate = new Gate();

    @Override
    public Gate gate() {
      return gate;
    }

    @Override
    public void configure(
        NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
      super.configure(options, domainSocket, bootstrap);
      bootstrap.handler(gate);
    }
  }
}
