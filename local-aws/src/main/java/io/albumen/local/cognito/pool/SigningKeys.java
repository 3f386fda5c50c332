package io.albumen.local.cognito.pool;

import io.albumen.local.store.DurableStore;
import io.albumen.local.store.Table;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** The pool's two RSA keys: one for id tokens, one for access tokens. Made once, kept for good. */
public final class SigningKeys {
  private static final int BITS = 2048;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RsaJsonWebKey idKey;
  private final RsaJsonWebKey accessKey;

  SigningKeys(DurableStore store) {
    var table = store.table("keys", String.class);
    idKey = store.change(() -> load(table, "id"));
    accessKey = store.change(() -> load(table, "access"));
  }

  private static RsaJsonWebKey load(Table<String> table, String use) {
    try {
      var kept = table.find(use);
      if (kept.isPresent()) {
        return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(kept.get());
      }
      var made = make();
      table.put(use, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException("signing key unusable", e);
    }
  }

  private static RsaJsonWebKey make() throws JoseException {
    var key = RsaJwkGenerator.generateJwk(BITS);
    var id = new byte[32];
    RANDOM.nextBytes(id);
    key.setKeyId(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    key.setUse("sig");
    return key;
  }

  RsaJsonWebKey idKey() {
    return idKey;
  }

  RsaJsonWebKey accessKey() {
    return accessKey;
  }

  /** The document at {@code /.well-known/jwks.json}. */
  public Map<String, Object> jwks() {
    return Map.of(
        "keys",
        List.of(
            idKey.toParams(OutputControlLevel.PUBLIC_ONLY),
            accessKey.toParams(OutputControlLevel.PUBLIC_ONLY)));
  }
}
