package io.albumen.gateway.connection;

import io.albumen.gateway.headers.GatewayConfig;
import io.albumen.gateway.limit.Subject;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the clients' connections and watches how they begin. */
@Singleton
public class Connections {
  private final ConnectionConfig config;
  private final boolean behindProxy;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentMap<Subject, Integer> byAddress = new ConcurrentHashMap<>();

  Connections(ConnectionConfig config, GatewayConfig gateway) {
    this.config = config;
    this.behindProxy = gateway.trustedHops() > 0;
  }

  void watch(@Observes StartupEvent started, Vertx vertx) {
    if (!(((VertxInternal) vertx).transport() instanceof GuardedTransport guarded)) {
      throw new IllegalStateException("connections come in by a transport that nobody guards");
    }
    guarded.gate().guard(this);
  }

  /** Says of a connection that it may stay, and looks after it. */
  boolean admit(Channel channel) {
    if (open.incrementAndGet() > config.max()) {
      open.decrementAndGet();
      return false;
    }
    var remote = channel.remoteAddress();
    if (behindProxy || !(remote instanceof InetSocketAddress address)) {
      watch(channel);
      return true;
    }
    var subject = Subject.ofAddress(address.getAddress().getHostAddress());
    if (byAddress.merge(subject, 1, Integer::sum) > config.perAddress()) {
      release(subject);
      return false;
    }
    watch(channel);
    channel.closeFuture().addListener(_ -> byAddress.computeIfPresent(subject, Connections::less));
    return true;
  }

  private void release(Subject subject) {
    byAddress.computeIfPresent(subject, Connections::less);
    open.decrementAndGet();
  }

  @SuppressWarnings("NullAway") // null takes the entry away: the map's own contract
  private static Integer less(Subject subject, Integer count) {
    return count == 1 ? null : count - 1;
  }

  private void watch(Channel channel) {
    channel.closeFuture().addListener(_ -> open.decrementAndGet());
    var pace = new Pace(config.headTimeout(), config.bodyRate().asLongValue());
    channel.attr(Pace.KEY).set(pace);
    channel.pipeline().addLast(pace);
  }

  /** To be told of each request, before anything else is done with it. */
  public void headArrived(RoutingContext context) {
    var request = context.request();
    if (!(request.connection() instanceof ConnectionBase connection)) {
      return;
    }
    var pace = connection.channel().attr(Pace.KEY).get();
    if (pace == null) {
      return;
    }
    pace.headArrived(request);
    if (request.version() == HttpVersion.HTTP_2) {
      pace.exempt();
    } else {
      context.addEndHandler(
          _ -> {
            if (request.response().getStatusCode()
                == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
              pace.exempt();
            }
            pace.answered();
          });
    }
  }
}
