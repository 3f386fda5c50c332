package io.albumen.local.cognito.pool;

import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * The pool's two RSA keys: one for id tokens, one for access tokens. Replaced ones stay published
 * for a day, which is longer than any of their tokens lives.
 */
public final class SigningKeys {
  private static final int BITS = 2048;
  private static final Duration PUBLISHED = Duration.ofDays(1);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ID = "id";
  private static final String ACCESS = "access";

  private final DurableStore store;
  private final Table<String> current;
  private final Table<Retired> retired;
  private final Clock clock;
  private volatile Pair pair;

  SigningKeys(DurableStore store, Clock clock) {
    this.store = store;
    this.current = store.table("keys", String.class);
    this.retired = store.table("retired-keys", Retired.class);
    this.clock = clock;
    this.pair = store.change(() -> new Pair(load(ID), load(ACCESS)));
  }

  private record Pair(RsaJsonWebKey id, RsaJsonWebKey access) {}

  /** The public half of a key that signs no more. */
  record Retired(String jwk, Instant until) {}

  private RsaJsonWebKey load(String use) {
    return current.find(use).map(SigningKeys::parse).orElseGet(() -> make(use));
  }

  private static RsaJsonWebKey parse(String jwk) {
    try {
      return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
    } catch (JoseException e) {
      throw new IllegalStateException("signing key unusable", e);
    }
  }

  private RsaJsonWebKey make(String use) {
    var key = generate();
    var id = new byte[32];
    RANDOM.nextBytes(id);
    key.setKeyId(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    key.setUse("sig");
    current.put(use, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    return key;
  }

  private static RsaJsonWebKey generate() {
    try {
      return RsaJwkGenerator.generateJwk(BITS);
    } catch (JoseException e) {
      throw new IllegalStateException("no signing key can be made", e);
    }
  }

  /** Signs with new keys from now on. */
  public void rotate() {
    pair =
        store.change(
            () -> {
              forgetUnpublished();
              retire(pair.id());
              retire(pair.access());
              return new Pair(make(ID), make(ACCESS));
            });
  }

  private void retire(RsaJsonWebKey key) {
    retired.put(
        key.getKeyId(),
        new Retired(key.toJson(OutputControlLevel.PUBLIC_ONLY), clock.instant().plus(PUBLISHED)));
  }

  private void forgetUnpublished() {
    retired.all().stream()
        .filter(row -> !published(row.value()))
        .forEach(row -> retired.remove(row.key()));
  }

  private boolean published(Retired key) {
    return clock.instant().isBefore(key.until());
  }

  RsaJsonWebKey idKey() {
    return pair.id();
  }

  RsaJsonWebKey accessKey() {
    return pair.access();
  }

  /** All by which a token may have been signed. */
  List<JsonWebKey> published() {
    var old =
        retired.all().stream()
            .map(Table.Row::value)
            .filter(this::published)
            .map(key -> parse(key.jwk()));
    return Stream.concat(Stream.of(pair.id(), pair.access()), old)
        .<JsonWebKey>map(key -> key)
        .toList();
  }

  /** The document at {@code /.well-known/jwks.json}. */
  public Map<String, Object> jwks() {
    return Map.of(
        "keys",
        published().stream().map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY)).toList());
  }
}
