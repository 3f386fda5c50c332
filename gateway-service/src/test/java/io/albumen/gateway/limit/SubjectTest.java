package io.albumen.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "::ffff:198.51.100.7, 198.51.100.7",
    "nonsense, also nonsense"
  })
  void countsTogetherWhatOneHolds(String one, String other) {
    assertThat(Subject.ofAddress(one)).isEqualTo(Subject.ofAddress(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "198.51.100.7, 198.51.100.8",
    "255.255.255.255, nonsense",
    "0.0.0.1, ::1"
  })
  void countsApartWhatDiffers(String one, String other) {
    assertThat(Subject.ofAddress(one)).isNotEqualTo(Subject.ofAddress(other));
  }

  @Test
  void tellsAddressesFromTheUnreadable() {
    assertThat(Subject.ofAddress("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(Subject.ofAddress(""));
  }
}
