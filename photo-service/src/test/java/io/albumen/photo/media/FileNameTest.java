package io.albumen.photo.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "IMG_0001.JPG, IMG_0001.JPG",
    "../../etc/passwd, passwd",
    "C:\\Users\\ada\\a.jpg, a.jpg",
    "%2e%2e%2fa.jpg, %2e%2e%2fa.jpg",
    ".jpg, unnamed.jpg",
    "....jpg, unnamed.jpg",
    ". .jpg, unnamed.jpg",
    ".htaccess.jpg, htaccess.jpg",
    "con.jpg, _con.jpg",
    "NUL, _NUL",
    "aux.tar.jpg, _aux.tar.jpg",
    "LPT1 .jpg, _LPT1 .jpg",
    "com\u00b9.jpg, _com\u00b9.jpg",
    "CONIN$.jpg, _CONIN$.jpg",
    "console.jpg, console.jpg",
    "Grüße 👨‍👩‍👧.heic, Grüße 👨‍👩‍👧.heic"
  })
  void attack28PathsReservedNamesAndBareExtensions(String announced, String kept) {
    assertThat(FileName.of(announced).value()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "../..", "a/", "\0", "\u202E"})
  void attack28NamesOfNothingAreUnnamed(String announced) {
    assertThat(FileName.of(announced).value()).isEqualTo("unnamed");
  }

  @Test
  void attack28And42DropsWhatHidesOrTurnsText() {
    assertThat(FileName.of("holiday\u202Egpj.exe\0\r\n\ud800.jpg").value())
        .isEqualTo("holidaygpj.exe.jpg");
  }

  @Test
  void attack28ThousandsOfBytesAreShortenedButForTheExtension() {
    var name = FileName.of("😀".repeat(1000) + ".jpeg").value();

    assertThat(name).endsWith("😀.jpeg");
    assertThat(name.codePointCount(0, name.length())).isEqualTo(200);
  }
}
