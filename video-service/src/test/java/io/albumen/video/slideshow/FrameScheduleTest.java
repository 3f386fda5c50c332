package io.albumen.video.slideshow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrameScheduleTest {
  private static final FrameSchedule FADED = new FrameSchedule(5, 90, 15);

  @Test
  void fadeAddsNothingToTheLength() {
    assertThat(FADED.totalFrames()).isEqualTo(450);
  }

  @Test
  void fadeEndsOneFrameBeforeTheNextPhoto() {
    assertThat(FADED.mixAt(0, 15)).isEqualTo(FADED.stillAt(1) - 1);
  }

  @Test
  void sendsOnlyFramesThatDifferAndTheLastTwice() {
    assertThat(FADED.sentFrames()).isEqualTo(4 * 16 + 2);
  }

  @Test
  void weightsRiseEvenlyAndNeverReachEitherPhoto() {
    assertThat(FADED.weight(1)).isEqualTo(16);
    assertThat(FADED.weight(8)).isEqualTo(128);
    assertThat(FADED.weight(15)).isEqualTo(240);
  }

  @Test
  void refusesFadesLongerThanThePhoto() {
    assertThatThrownBy(() -> new FrameSchedule(2, 15, 15))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
