package io.albumen.photo.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.photo.media.FileName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {
  private final EntryNames names = new EntryNames();

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd.jpg, passwd.jpg",
    "..\\..\\a.jpg, a.jpg",
    "=cmd().jpg, _=cmd().jpg",
    "-rf.jpg, _-rf.jpg",
    "con.jpg, _con.jpg",
    "what?:*.jpg, what___.jpg",
    "dots..., dots",
    "<img onerror>.jpg, _img onerror_.jpg"
  })
  void attack42And28MakesNamesInert(String announced, String expected) {
    assertThat(names.next(FileName.of(announced))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb.jpg", "a\u202Egpj.exe", "a\u0000b.jpg", "a\u001b[31m.jpg"})
  void attack42LeavesNoControlCharacters(String announced) {
    assertThat(names.next(FileName.of(announced)))
        .doesNotContainPattern("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]");
  }

  @Test
  void numbersWhatIsAlikeWhereCaseDoesNotCount() {
    assertThat(names.next(FileName.of("a.jpg"))).isEqualTo("a.jpg");
    assertThat(names.next(FileName.of("A.JPG"))).isEqualTo("A (2).JPG");
    assertThat(names.next(FileName.of("a (2).jpg"))).isEqualTo("a (2) (2).jpg");
    assertThat(names.next(FileName.of("a.jpg"))).isEqualTo("a (3).jpg");
  }

  @Test
  void keepsTheNameOfTheListOfMissingOnes() {
    assertThat(names.next(FileName.of("Missing.txt"))).isEqualTo("Missing (2).txt");
  }

  @Test
  void fitsIntoAnyFileSystem() {
    var name = names.next(FileName.of("\uD83D\uDE00".repeat(190) + ".jpeg"));

    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(230);
    assertThat(name).endsWith("\uD83D\uDE00.jpeg");
  }
}
