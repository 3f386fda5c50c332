package io.albumen.gateway.runtime;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** One event loop for each core: more only take turns, and share less of their connections. */
@ApplicationScoped
class EventLoops implements VertxOptionsCustomizer {
  @Override
  public void accept(VertxOptions options) {
    options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
  }
}
