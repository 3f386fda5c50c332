package io.albumen.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.notification.TestClock;
import io.albumen.notification.account.Contact;
import io.albumen.notification.account.SecurityChange;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  private final MailWriter writer = Letters.writer();

  private static Contact named(String name) {
    return new Contact(
        new UserId(UUID.randomUUID()), "ada@example.com", name, "en", "Europe/Lisbon");
  }

  private Mail toAda(Letter letter) {
    return writer.write(named("Ada"), letter);
  }

  /** Every kind of mail, with this text wherever somebody may have written it. */
  private Stream<Mail> mailsWith(String text) {
    return Letters.withTitle(text).stream().map(letter -> writer.write(named(text), letter));
  }

  @Test
  void welcomesByName() {
    var mail = toAda(new Letter.Welcome());

    assertThat(mail.to()).isEqualTo("ada@example.com");
    assertThat(mail.text()).startsWith("Welcome, Ada").contains("https://albumen.example/");
    assertThat(mail.html()).contains("Welcome, Ada").contains("href=\"https://albumen.example/\"");
  }

  @Test
  void tellsWhichFilmIsReadyAndWhere() {
    var mail = toAda(new Letter.FilmReady(Letters.VIDEO, "Lisbon", Duration.ofMillis(62_400)));

    assertThat(mail.subject()).isEqualTo("Your film “Lisbon” is ready");
    assertThat(List.of(mail.text(), mail.html()))
        .allSatisfy(body -> assertThat(body).contains("1:02", "https://albumen.example/films/"));
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatChangedWhenAndWhatToDoAboutIt(SecurityChange change) {
    var mail = toAda(new Letter.SecurityChanged(change, TestClock.NOON));

    assertThat(mail.subject()).isEqualTo(SecurityWording.of(change).headline());
    assertThat(List.of(mail.text(), mail.html()))
        .allSatisfy(
            body ->
                assertThat(body)
                    .contains(
                        mail.subject(),
                        "Ada, ",
                        "3 May 2026, 13:00 (Europe/Lisbon)",
                        "https://albumen.example/forgot-password"));
  }

  @Test
  void tellsUtcWhereThePersonsTimeZoneIsNotKnown() {
    var lost = new Contact(new UserId(UUID.randomUUID()), "a@example.com", "Ada", "en", "Mars/X");

    var mail =
        writer.write(lost, new Letter.SecurityChanged(SecurityChange.MFA_ENABLED, TestClock.NOON));

    assertThat(mail.text()).contains("3 May 2026, 12:00 (Z)");
  }

  @Test
  void leadsFromTheBeginningOfADeletionToHowFarItIs() {
    var mail = toAda(new Letter.DeletionRequested("cmVj-ZWlw_dA", TestClock.NOON));

    assertThat(List.of(mail.text(), mail.html()))
        .allSatisfy(
            body ->
                assertThat(body)
                    .contains("undone", "https://albumen.example/account-deletion#cmVj-ZWlw_dA"));
  }

  @Test
  void leadsNowhereWhereNothingIsLeft() {
    var mail = toAda(new Letter.DeletionCompleted());

    assertThat(mail.html()).doesNotContain("<a ").contains("are gone");
    assertThat(mail.text()).doesNotContain("http");
  }

  @Test
  void showsNoReceiptInItsText() {
    assertThat(new Letter.DeletionRequested("cmVj", TestClock.NOON).toString())
        .doesNotContain("cmVj");
  }

  /** No request takes part in a mail: its links begin with what is configured. */
  @Test
  void attack2LinksLeadToTheConfiguredSiteAlone() {
    assertThat(mailsWith("http://evil.example/").flatMap(MailWriterTest::links))
        .isNotEmpty()
        .allMatch(link -> link.startsWith("https://albumen.example/"));
  }

  private static Stream<String> links(Mail mail) {
    return Pattern.compile("href=\"([^\"]*)\"").matcher(mail.html()).results().map(r -> r.group(1));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void attack42HostileTextStaysInertInTheSubject(String text) {
    assertThat(mailsWith(text).map(Mail::subject))
        .allSatisfy(
            subject ->
                assertThat(subject)
                    .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\u202e]")
                    .hasSizeLessThan(160));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void attack42HostileTextStaysInertInTheHtml(String text) {
    assertThat(mailsWith(text).map(Mail::html))
        .allSatisfy(
            html -> {
              assertThat(html)
                  .doesNotContain("<img", "<script", "<b>", "\"javascript:")
                  .containsOnlyOnce("<h1");
              assertThat(html.split("<a ", -1)).hasSizeLessThanOrEqualTo(2);
            });
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void attack42HostileTextBeginsNoLineOfThePlainText(String text) {
    assertThat(mailsWith(text).flatMap(mail -> mail.text().lines()))
        .noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("Content-Type:"));
  }

  @Test
  void shortensWhatWouldNotFitASubject() {
    var shown = MailWriter.shown("🎞".repeat(500));

    assertThat(shown.codePointCount(0, shown.length())).isEqualTo(120);
    assertThat(shown).endsWith("…");
  }
}
