package io.albumen.auth.pool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Cognito's SECRET_HASH, by which a confidential client proves itself for one user name. */
public final class SecretHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final String clientId;
  private final SecretKeySpec key;

  public SecretHash(String clientId, String clientSecret) {
    this.clientId = clientId;
    this.key = new SecretKeySpec(clientSecret.getBytes(UTF_8), ALGORITHM);
  }

  public String of(String userName) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal((userName + clientId).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
