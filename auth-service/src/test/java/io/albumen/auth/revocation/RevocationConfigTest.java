package io.albumen.auth.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.TestConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevocationConfigTest {
  private final RevocationConfig config = TestConfig.defaults(RevocationConfig.class);

  @Test
  void hasSafeDefaults() {
    assertThat(List.of(config.keep(), config.sweepEvery()))
        .containsExactly(Duration.ofMinutes(6), Duration.ofMinutes(1));
  }
}
