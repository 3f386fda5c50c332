package io.albumen.gateway.routing;

import io.albumen.gateway.upstream.UpstreamConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections to the services. Each event loop has a pool of its own, so that a call and its answer
 * stay on the loop of the client they are for.
 */
@Singleton
public class Upstreams {
  private static final int OK = 200;
  private static final Duration OWN_PATIENCE = Duration.ofSeconds(2);
  private final Vertx vertx;
  private final UpstreamConfig config;
  private final Routes routes;
  private final Map<Thread, HttpClient> clients = new ConcurrentHashMap<>();
  private final int loops;

  Upstreams(Vertx vertx, UpstreamConfig config, Routes routes) {
    this.vertx = vertx;
    this.config = config;
    this.routes = routes;
    this.loops = loops(vertx);
  }

  private static int loops(Vertx vertx) {
    int count = 0;
    for (var _ : ((VertxInternal) vertx).getEventLoopGroup()) {
      count++;
    }
    return Math.max(1, count);
  }

  void start(@Observes StartupEvent event) {
    if (routes.all().stream().anyMatch(route -> route.upstream().replicas().size() > 1)) {
      vertx.setPeriodic(config.healthEvery().toMillis(), _ -> askReplicas());
    }
  }

  /** One that restarts says so before it goes; calls then go to the others. */
  private void askReplicas() {
    routes.all().stream()
        .map(route -> route.upstream().replicas())
        .filter(replicas -> replicas.size() > 1)
        .forEach(
            replicas ->
                replicas.forEach(
                    replica ->
                        send(replica.options().setURI("/q/health/ready"))
                            .onComplete(answer -> replica.ready(answer.succeeded()))));
  }

  /** Begins a call on a connection of this event loop's pool. */
  Future<HttpClientRequest> call(RequestOptions to) {
    return clients.computeIfAbsent(Thread.currentThread(), _ -> client()).request(to);
  }

  /**
   * Asks a service something on the gateway's own behalf.
   *
   * @param bearer the gateway's token for it
   * @return the body, or a failure for any answer but 200
   */
  public Future<Buffer> get(String service, String path, String bearer) {
    var route = routes.ofService(service);
    var replica = route == null ? null : route.upstream().pick(null);
    if (replica == null) {
      return Future.failedFuture(new ConnectException(service + " is out of reach"));
    }
    return send(replica
            .options()
            .setURI(path)
            .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearer))
        .onSuccess(_ -> replica.succeeded())
        .onFailure(_ -> replica.failed(System.nanoTime()));
  }

  private Future<Buffer> send(RequestOptions to) {
    return call(to.setTimeout(OWN_PATIENCE.toMillis()))
        .compose(HttpClientRequest::send)
        .compose(
            answer ->
                answer.statusCode() == OK
                    ? answer.body()
                    : answer
                        .body()
                        .compose(
                            _ ->
                                Future.failedFuture(
                                    new ConnectException("answered " + answer.statusCode()))));
  }

  private HttpClient client() {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setKeepAlive(true)
            .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
            .setTcpNoDelay(true)
            .setDecompressionSupported(false)
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setIdleTimeout((int) idleTimeout().toSeconds())
            .setMaxWaitQueueSize(config.maxWaiting()),
        new PoolOptions().setHttp1MaxSize(Math.max(1, config.poolSize() / loops)));
  }

  /** Never shorter than an answer may take to begin. */
  private Duration idleTimeout() {
    return routes.all().stream()
        .map(Route::longestPatience)
        .map(patience -> patience.plusSeconds(1))
        .reduce(config.idleTimeout(), (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  void stop(@Observes ShutdownEvent event) {
    clients.values().forEach(client -> client.close());
  }
}
