package io.albumen.local.cognito.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void letsFourFailuresPass() {
    assertThat(failed(4).holds(NOON)).isFalse();
  }

  @Test
  void locksForASecondAtTheFifth() {
    assertThat(failed(5).until()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void doublesWithEachFurtherFailure() {
    assertThat(failed(8).until()).isEqualTo(NOON.plusSeconds(8));
  }

  @Test
  void locksNoLongerThanAQuarterOfAnHour() {
    assertThat(failed(1000).until()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
  }

  @Test
  void forgetsAfterAQuarterOfAnHourWithoutATry() {
    var later = NOON.plus(Duration.ofMinutes(16));

    assertThat(failed(9).failed(later).holds(later)).isFalse();
  }

  private static LockOut failed(int times) {
    var lockOut = LockOut.NONE;
    for (int i = 0; i < times; i++) {
      lockOut = lockOut.failed(NOON);
    }
    return lockOut;
  }
}
