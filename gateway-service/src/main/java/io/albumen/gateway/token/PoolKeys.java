package io.albumen.gateway.token;

import io.albumen.common.security.TokenConfig;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The pool's signing keys by id. An unknown id has them fetched again, but one fetch at a time and
 * not more often than configured, whatever tokens come; while the pool is out of reach the keys
 * already known stay good.
 */
@Singleton
class PoolKeys {
  private static final Logger LOG = Logger.getLogger(PoolKeys.class);

  /** As Cognito writes key ids; anything else, as a path, is not worth a fetch. */
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9+/=_-]{1,128}");

  private static final int MAX_BYTES = 64 * 1024;
  private static final int MIN_BITS = 2048;
  private static final int TIMEOUT_MILLIS = 5_000;

  private final Vertx vertx;
  private final TokenConfig pool;
  private final Clock clock;
  private final long refreshMillis;
  private final long pauseMillis;
  private volatile Map<String, PublicKey> keys = Map.of();
  private volatile boolean reachable;
  private volatile long fetchedAt;
  private long askedAt;
  private @Nullable Future<Void> fetching;

  PoolKeys(Vertx vertx, TokenConfig pool, TokenGateConfig config, Clock clock) {
    this.vertx = vertx;
    this.pool = pool;
    this.clock = clock;
    this.refreshMillis = config.keysRefresh().toMillis();
    this.pauseMillis = config.keysPause().toMillis();
  }

  /** What is known of a key id. */
  sealed interface Found {
    record Key(PublicKey key) implements Found {}

    /** The pool has no such key. */
    record Unknown() implements Found {}

    /** The pool could not be asked. */
    record Unreachable() implements Found {}
  }

  /** Never blocks; waits for a fetch where the id is new. */
  Future<Found> find(String id) {
    if (!KEY_ID.matcher(id).matches()) {
      return Future.succeededFuture(new Found.Unknown());
    }
    var known = keys.get(id);
    if (known == null) {
      return refresh().map(_ -> afterRefresh(id));
    }
    if (clock.millis() - fetchedAt > refreshMillis) {
      var _ = refresh(); // beside: what is known serves until then
    }
    return Future.succeededFuture(new Found.Key(known));
  }

  private Found afterRefresh(String id) {
    var known = keys.get(id);
    if (known != null) {
      return new Found.Key(known);
    }
    return reachable ? new Found.Unknown() : new Found.Unreachable();
  }

  private synchronized Future<Void> refresh() {
    if (fetching != null) {
      return fetching;
    }
    var now = clock.millis();
    if (askedAt != 0 && now - askedAt < pauseMillis) {
      return Future.succeededFuture();
    }
    askedAt = now;
    var fetch = vertx.executeBlocking(this::fetch, false).transform(this::take);
    fetching = fetch;
    fetch.onComplete(_ -> done());
    return fetch;
  }

  private synchronized void done() {
    fetching = null;
  }

  private Future<Void> take(AsyncResult<Map<String, PublicKey>> fetched) {
    if (fetched.succeeded()) {
      keys = fetched.result();
      fetchedAt = clock.millis();
      if (!reachable) {
        LOG.infof("pool keys fetched count=%d", fetched.result().size());
      }
    } else {
      LOG.warnf("pool keys out of reach known=%d reason=%s", keys.size(), fetched.cause());
    }
    reachable = fetched.succeeded();
    return Future.succeededFuture();
  }

  private Map<String, PublicKey> fetch() throws IOException, JoseException {
    var connection = URI.create(pool.jwksUrl()).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (var in = connection.getInputStream()) {
      var bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("the key set is larger than any pool's");
      }
      return read(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static Map<String, PublicKey> read(String json) throws JoseException {
    var found = new HashMap<String, PublicKey>();
    for (var jwk : new JsonWebKeySet(json).getJsonWebKeys()) {
      if (jwk instanceof RsaJsonWebKey rsa
          && rsa.getKeyId() != null
          && (rsa.getUse() == null || rsa.getUse().equals("sig"))
          && rsa.getPublicKey() instanceof RSAPublicKey key
          && key.getModulus().bitLength() >= MIN_BITS) {
        found.put(rsa.getKeyId(), key);
      }
    }
    return Map.copyOf(found);
  }
}
