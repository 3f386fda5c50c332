package io.albumen.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretHashTest {

  /** Reckoned with OpenSSL: HMAC-SHA-256 of user name and client id, Base64. */
  @Test
  void isWhatCognitoReckons() {
    assertThat(new SecretHash("client", "secret").of("ada@example.com"))
        .isEqualTo("pCfmF0r7Gu0NuqTNTEkVYGLmqkeLB+7ZDlvCeFKuOH0=");
  }
}
