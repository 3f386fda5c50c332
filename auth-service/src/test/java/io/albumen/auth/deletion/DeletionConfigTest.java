package io.albumen.auth.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.TestConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionConfigTest {
  private final DeletionConfig config = TestConfig.defaults(DeletionConfig.class);

  @Test
  void waitsForEveryServiceThatHoldsSomething() {
    assertThat(config.services())
        .containsExactly("photo-service", "video-service", "notification-service");
  }

  @Test
  void hasSafeDefaults() {
    assertThat(
            List.of(
                config.sweepEvery(), config.retryEvery(), config.slowAfter(), config.remember()))
        .containsExactly(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofHours(1),
            Duration.ofDays(30));
  }

  @Test
  void listensToTheQueueOfAnswers() {
    assertThat(List.of(config.queue(), config.listen(), config.batch()))
        .containsExactly("auth-events", true, 100);
  }
}
