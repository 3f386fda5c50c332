package io.albumen.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final Rate RATE = new Rate("any", 10, Duration.ofMinutes(1));

  @Test
  void doesNotGrowUnderAMillionAddresses() {
    var buckets = new Buckets(262_144, System::nanoTime);
    var refused = 0;

    var begun = System.nanoTime();
    for (int i = 0; i < 1_000_000; i++) {
      refused += buckets.draw(RATE, new Subject(0, i)).admitted() ? 0 : 1;
    }
    var each = (System.nanoTime() - begun) / 1_000_000;

    assertThat(buckets.places()).isEqualTo(262_144);
    assertThat(refused).isLessThan(10_000);
    assertThat(each).as("nanoseconds a draw").isLessThan(2_000);
  }

  @Test
  void countsRatesOfOneSubjectApart() {
    var buckets = new Buckets(1024, () -> 0);
    var other = new Rate("other", 1, Duration.ofMinutes(1));
    buckets.draw(other, new Subject(1, 1));

    assertThat(buckets.draw(other, new Subject(1, 1)).admitted()).isFalse();
    assertThat(buckets.draw(RATE, new Subject(1, 1)).admitted()).isTrue();
  }

  @Test
  void admitsNotOneMoreToManyThreadsAtOnce() throws InterruptedException {
    var buckets = new Buckets(1024, () -> 0);
    var admitted = new AtomicInteger();

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 1000; i++) {
        threads.execute(
            () -> admitted.addAndGet(buckets.draw(RATE, new Subject(1, 1)).admitted() ? 1 : 0));
      }
    }

    assertThat(admitted).hasValue(10);
  }

  @Test
  void refusesARateThatIsNone() {
    assertThatThrownBy(() -> new Rate("none", 0, Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate("none", 1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
