package io.albumen.auth.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.pool.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ada%40example.com",
    "ada+photos@example.com, ada%2Bphotos%40example.com",
    "a&secret=x?#/%@example.com, a%26secret%3Dx%3F%23%2F%25%40example.com",
  })
  void isWhatAnAppReadsFromAPicture(String address, String label) {
    var secret = new TotpSecret("JBSWY3DPEHPK3PXP", EmailAddress.of(address));

    assertThat(secret.uri())
        .hasToString("otpauth://totp/Albumen:" + label + "?secret=JBSWY3DPEHPK3PXP&issuer=Albumen");
  }
}
