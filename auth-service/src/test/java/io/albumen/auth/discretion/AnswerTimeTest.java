package io.albumen.auth.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.albumen.auth.SteppingClock;
import io.albumen.auth.TestConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTimeTest {
  private static final Duration STEP = Duration.ofMillis(600);

  private final SteppingClock clock = new SteppingClock();
  private final RecordingPause pause = new RecordingPause();
  private final AnswerTime answerTime =
      new AnswerTime(TestConfig.defaults(DiscretionConfig.class), pause, clock);

  @ParameterizedTest
  @CsvSource({"0, 600", "1, 599", "599, 1", "600, 600", "650, 550", "1300, 500"})
  void answersAtTheEndOfAStep(long spent, long rest) {
    answerTime.equalise(() -> clock.advance(Duration.ofMillis(spent)));

    assertThat(pause.taken()).containsExactly(Duration.ofMillis(rest));
  }

  @Test
  void refusesAtTheEndOfAStepToo() {
    var _ = catchThrowable(() -> answerTime.equalise(this::fail));

    assertThat(pause.taken()).containsExactly(STEP);
  }

  @Test
  void refusesAtTheEndOfAStepWhereSuccessIsToldAtOnce() {
    var _ = catchThrowable(() -> answerTime.equaliseRefusals(this::fail));

    assertThat(pause.taken()).containsExactly(STEP);
  }

  @Test
  void tellsSuccessAtOnceWhereItTellsNothing() {
    answerTime.equaliseRefusals(() -> "in");

    assertThat(pause.taken()).isEmpty();
  }

  @Test
  void tellsWhatWentWrong() {
    assertThat(catchThrowable(() -> answerTime.equalise(this::fail))).hasMessage("refused");
  }

  @Test
  void waitsForNothingWhereNoTimeIsSet() {
    var config =
        TestConfig.of(DiscretionConfig.class, Map.of("albumen.auth.discretion.answer-time", "0s"));

    new AnswerTime(config, pause, clock).equalise(() -> {});

    assertThat(pause.taken()).isEmpty();
  }

  private String fail() {
    throw new IllegalStateException("refused");
  }
}
