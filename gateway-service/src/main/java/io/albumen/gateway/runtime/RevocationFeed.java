package io.albumen.gateway.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.security.ServiceTokenConfig;
import io.albumen.common.security.ServiceTokens;
import io.albumen.gateway.routing.Upstreams;
import io.albumen.gateway.token.Revocations;
import io.albumen.gateway.token.TokenGateConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks auth-service time and again whose tokens have died early. While it can't be asked, what was
 * heard last holds, and the tokens' own short life is the bound. Runs only where the gateway has a
 * key to ask with.
 */
@Singleton
class RevocationFeed {
  private static final Logger LOG = Logger.getLogger(RevocationFeed.class);
  private static final String SERVICE = "auth-service";
  private static final String PATH = "/internal/revocations";
  private final Vertx vertx;
  private final Upstreams upstreams;
  private final ServiceTokens tokens;
  private final Revocations revocations;
  private final ObjectMapper mapper;
  private final boolean hasKey;
  private final long everyMillis;
  private boolean asking;
  private boolean heard = true;

  RevocationFeed(
      Vertx vertx,
      Upstreams upstreams,
      ServiceTokens tokens,
      ServiceTokenConfig keys,
      Revocations revocations,
      TokenGateConfig config,
      ObjectMapper mapper) {
    this.vertx = vertx;
    this.upstreams = upstreams;
    this.tokens = tokens;
    this.revocations = revocations;
    this.mapper = mapper;
    this.hasKey = keys.privateKey().isPresent();
    this.everyMillis = config.revocationsEvery().toMillis();
  }

  /** As auth-service answers. */
  record RevocationList(List<Revocations.Revocation> items) {}

  void start(@Observes StartupEvent event) {
    if (hasKey) {
      vertx.runOnContext(_ -> ask());
      vertx.setPeriodic(everyMillis, _ -> ask());
    }
  }

  /** Always on one event loop, one question at a time. */
  private void ask() {
    if (asking) {
      return;
    }
    asking = true;
    vertx
        .executeBlocking(() -> tokens.mint(SERVICE), false)
        .compose(token -> upstreams.get(SERVICE, PATH, token))
        .compose(this::take)
        .onComplete(
            outcome -> {
              asking = false;
              tell(outcome.succeeded(), outcome.cause());
            });
  }

  private Future<Void> take(Buffer answer) {
    try {
      revocations.replace(mapper.readValue(answer.getBytes(), RevocationList.class).items());
      return Future.succeededFuture();
    } catch (IOException | IllegalArgumentException e) {
      return Future.failedFuture(e);
    }
  }

  private void tell(boolean success, Throwable cause) {
    if (success != heard) {
      heard = success;
      if (success) {
        LOG.info("revocations heard again");
      } else {
        LOG.warnf("revocations not heard reason=%s", cause);
      }
    }
  }
}
