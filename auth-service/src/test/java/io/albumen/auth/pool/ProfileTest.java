package io.albumen.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.albumen.common.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

  @Test
  void isEnglishAndUtcUnlessTold() {
    assertThat(Profile.of(" Ada ", null, null)).isEqualTo(new Profile("Ada", "en", "UTC"));
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(Profile.of("😀".repeat(100), null, null).displayName()).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "Ada\u0000", "Ada\u001b[31m", "Ada\r\nBcc: bob"})
  void refusesNamesThatAreNone(String name) {
    assertThat(faultsOf(name, "en", "UTC").errors())
        .extracting(FieldError::path)
        .containsOnly("displayName");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "english please", "e", "en_GB", "../en"})
  void refusesLocalesThatAreNone(String locale) {
    assertThat(faultsOf("Ada", locale, "UTC").errors())
        .extracting(FieldError::path)
        .containsOnly("locale");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Europe/Atlantis", "europe/lisbon", "+01:00"})
  void refusesTimeZonesThatAreNone(String timeZone) {
    assertThat(faultsOf("Ada", "en", timeZone).errors())
        .extracting(FieldError::path)
        .containsOnly("timeZone");
  }

  private static PoolException faultsOf(String name, String locale, String timeZone) {
    return catchThrowableOfType(
        PoolException.InvalidProfile.class, () -> Profile.of(name, locale, timeZone));
  }
}
