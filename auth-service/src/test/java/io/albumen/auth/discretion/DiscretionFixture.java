package io.albumen.auth.discretion;

import io.albumen.auth.TestConfig;
import java.time.Clock;

/** Answers that take no time, for the tests of the features that equalise theirs. */
public final class DiscretionFixture {
  private DiscretionFixture() {}

  public static AnswerTime answerTime(RecordingPause pause, Clock clock) {
    return new AnswerTime(TestConfig.defaults(DiscretionConfig.class), pause, clock);
  }
}
