package io.albumen.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.TestConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordConfigTest {

  @Test
  void asksForWhatCognitoAsksByDefault() {
    var rules = TestConfig.defaults(PasswordConfig.class);

    assertThat(List.of(rules.minLength(), rules.mixedCase(), rules.digit(), rules.symbol()))
        .isEqualTo(List.of(8, true, true, true));
  }
}
