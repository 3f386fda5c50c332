package io.albumen.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One pool of connections, and a proxy for each service on it. */
@ApplicationScoped
class UpstreamProxies {
  private final RoutingConfig config;
  private final Routes routes;
  private final HttpClient client;
  private final Map<String, HttpProxy> proxies;

  UpstreamProxies(Vertx vertx, RoutingConfig config, Routes routes, Exchange exchange) {
    this.config = config;
    this.routes = routes;
    this.client = vertx.createHttpClient(clientOptions(config), poolOptions(config));
    this.proxies =
        routes.upstreams().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> proxy(entry.getValue(), exchange)));
  }

  private static HttpClientOptions clientOptions(RoutingConfig config) {
    return new HttpClientOptions()
        .setKeepAlive(true)
        .setDecompressionSupported(false)
        .setConnectTimeout((int) config.upstream().connectTimeout().toMillis())
        .setMaxWaitQueueSize(config.upstream().maxWaiting());
  }

  private static PoolOptions poolOptions(RoutingConfig config) {
    return new PoolOptions().setHttp1MaxSize(config.upstream().poolSize());
  }

  private HttpProxy proxy(URI upstream, Exchange exchange) {
    var ssl = "https".equals(upstream.getScheme());
    var port = upstream.getPort() > 0 ? upstream.getPort() : ssl ? 443 : 80;
    var patience = config.upstream().answerTimeout().toMillis();
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(
            context ->
                context
                    .client()
                    .request(
                        new RequestOptions()
                            .setHost(upstream.getHost())
                            .setPort(port)
                            .setSsl(ssl)
                            .setIdleTimeout(patience)))
        .addInterceptor(exchange);
  }

  /** The proxy of the service that owns the path. */
  Optional<HttpProxy> of(ApiPath path) {
    return routes.serviceOf(path).map(proxies::get);
  }

  long maxBody() {
    return config.maxBody().asLongValue();
  }

  @PreDestroy
  void close() {
    var _ = client.close();
  }
}
