package io.albumen.photo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TakenTest {
  private static final Instant NEW_YEAR = Instant.parse("2021-01-01T04:59:58Z");

  @Test
  void belongsToTheMonthOnTheClockWhereItWasTaken() {
    assertThat(new Taken(NEW_YEAR, -300, Taken.Source.EXIF).bucket()).isEqualTo("2020-12");
  }

  @Test
  void readsAnUnknownClockAsUtc() {
    assertThat(new Taken(NEW_YEAR, null, Taken.Source.EXIF).bucket()).isEqualTo("2021-01");
  }
}
