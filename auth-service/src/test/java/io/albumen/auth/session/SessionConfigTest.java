package io.albumen.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.TestConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionConfigTest {

  @Test
  void letsTheCookieLiveAsLongAsCognitosRefreshTokens() {
    assertThat(TestConfig.defaults(SessionConfig.class).cookieLifetime())
        .isEqualTo(Duration.ofDays(30));
  }
}
