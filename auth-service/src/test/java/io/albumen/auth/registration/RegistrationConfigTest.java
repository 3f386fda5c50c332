package io.albumen.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.TestConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationConfigTest {
  private final RegistrationConfig config = TestConfig.defaults(RegistrationConfig.class);

  @Test
  void hidesTheTimeOfAnAnswerByDefault() {
    assertThat(config.minAnswerTime()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void asksForWhatCognitoAsksByDefault() {
    var rules = config.password();

    assertThat(List.of(rules.minLength(), rules.mixedCase(), rules.digit(), rules.symbol()))
        .isEqualTo(List.of(8, true, true, true));
  }
}
