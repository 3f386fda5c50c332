package io.albumen.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @Test
  void isTheSameHoweverItIsTyped() {
    assertThat(EmailAddress.of(" Ada@Example.COM\n")).isEqualTo(EmailAddress.of("ada@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "ada@",
        "@example.com",
        "ada@localhost",
        "ada@exa mple.com",
        "a da@example.com",
        "ada@-example.com",
        "ada..b@example.com",
        "ada@example.com, bob@example.com",
        "аda@example.com", // Cyrillic first letter
        "ada@exämple.com",
        "ada\r\nBcc: bob@example.com",
      })
  void refusesWhatIsNoPlainAddress(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnAddressThatIsTooLong() {
    var typed = "a".repeat(250) + "@example.com";

    assertThatThrownBy(() -> EmailAddress.of(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsItselfOutOfLogs() {
    assertThat(EmailAddress.of("ada@example.com").toString()).doesNotContain("ada");
  }
}
