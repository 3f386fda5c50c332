package io.albumen.auth.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.TestConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentConfigTest {
  private final IntentConfig config = TestConfig.defaults(IntentConfig.class);

  @Test
  void hasSafeDefaults() {
    assertThat(
            List.of(config.sweepEvery(), config.patience(), config.maxBackoff(), config.remember()))
        .containsExactly(
            Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));
  }

  @Test
  void takesUpHundredAtOnceByDefault() {
    assertThat(config.batch()).isEqualTo(100);
  }
}
