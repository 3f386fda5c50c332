package io.albumen.local.cognito.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final String SECRET = base64("12345678901234567890");

  /** RFC 6238, appendix B, of whose eight digits apps show the last six. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void computesTheCodesOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
  }

  /** RFC 4648, section 10, less the padding. */
  @ParameterizedTest
  @CsvSource({
    "f,MY",
    "fo,MZXQ",
    "foo,MZXW6",
    "foob,MZXW6YQ",
    "fooba,MZXW6YTB",
    "foobar,MZXW6YTBOI"
  })
  void spellsSecretsInBase32(String secret, String letters) {
    assertThat(Totp.base32(base64(secret))).isEqualTo(letters);
  }

  @Test
  void keepsLeadingZeroBytesOfASecret() {
    assertThat(Totp.base32(base64("\0\0\0\0f"))).isEqualTo("AAAAAADG");
  }

  @ParameterizedTest
  @CsvSource({"-31,false", "-30,true", "0,true", "59,true", "60,false"})
  void takesACodeOneStepEarlyOrLate(long late, boolean taken) {
    var step = 37_037_037L;
    var now = Instant.ofEpochSecond(step * 30).plusSeconds(late);

    assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now).isPresent()).isEqualTo(taken);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
  }
}
