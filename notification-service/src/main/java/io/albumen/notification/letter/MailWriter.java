package io.albumen.notification.letter;

import io.albumen.notification.account.Contact;
import io.albumen.notification.account.SecurityChange;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes letters as mails, in HTML and in plain text; what users wrote stays inert in both. */
@ApplicationScoped
public class MailWriter {
  private static final int MAX_SHOWN = 120;

  /** Controls, line and paragraph separators, and marks that turn the direction of text. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final Engine engine;
  private final String baseUrl;
  private final Pages welcome;
  private final Pages filmReady;
  private final Pages security;
  private final Pages suspended;
  private final Pages restored;
  private final Pages deletionRequested;
  private final Pages deletionCompleted;

  private record Pages(Template text, Template html) {}

  MailWriter(WebConfig web) {
    this.baseUrl = web.baseUrl().replaceAll("/+$", "");
    this.engine =
        Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    engine.putTemplate("layout", parse("layout.html", Variant.TEXT_HTML));
    this.welcome = pages("welcome");
    this.filmReady = pages("film-ready");
    this.security = pages("security");
    this.suspended = pages("suspended");
    this.restored = pages("restored");
    this.deletionRequested = pages("deletion-requested");
    this.deletionCompleted = pages("deletion-completed");
  }

  public Mail write(Contact contact, Letter letter) {
    return switch (letter) {
      case Letter.Welcome _ -> mail(contact, "Welcome to Albumen", welcome, "/", Map.of());
      case Letter.FilmReady(var video, var title, var duration) ->
          mail(
              contact,
              "Your film “%s” is ready".formatted(shown(title)),
              filmReady,
              "/films/" + video,
              Map.of("title", shown(title), "duration", minutes(duration)));
      case Letter.SecurityChanged(var change, var at) -> security(contact, change, at);
      case Letter.Suspended _ ->
          mail(contact, "Your Albumen account is suspended", suspended, "", Map.of());
      case Letter.Restored _ ->
          mail(contact, "Your Albumen account is open again", restored, "/", Map.of());
      case Letter.DeletionRequested(var receipt, var at) ->
          mail(
              contact,
              "Your Albumen account is being deleted",
              deletionRequested,
              "/account-deletion#" + receipt,
              Map.of("when", when(at, contact)));
      case Letter.DeletionCompleted _ ->
          mail(contact, "Your Albumen account is deleted", deletionCompleted, "", Map.of());
    };
  }

  private Mail security(Contact contact, SecurityChange change, Instant at) {
    var wording = SecurityWording.of(change);
    return mail(
        contact,
        wording.headline(),
        security,
        "/forgot-password",
        Map.of("headline", wording.headline(), "what", wording.what(), "when", when(at, contact)));
  }

  /**
   * @param path in the web app that the button leads to; empty for none
   */
  private Mail mail(
      Contact contact, String subject, Pages pages, String path, Map<String, String> more) {
    var shown = new HashMap<String, Object>(more);
    shown.put("name", shown(contact.displayName()));
    shown.put("link", path.isEmpty() ? "" : baseUrl + path);
    return new Mail(
        contact.email(), subject, pages.text().render(shown), pages.html().render(shown));
  }

  /** In the person's own time, as far as it is known. */
  private static String when(Instant at, Contact contact) {
    var zone = zone(contact.timeZone());
    return "%s (%s)".formatted(WHEN.format(at.atZone(zone)), zone.getId());
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** One line of what a user wrote, short enough for a subject; no header can begin in it. */
  static String shown(String text) {
    var line = UNSEEN.matcher(text).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= MAX_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_SHOWN - 1)) + "…";
  }

  private static String minutes(Duration duration) {
    return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  private Pages pages(String name) {
    return new Pages(
        parse(name + ".txt", Variant.TEXT_PLAIN), parse(name + ".html", Variant.TEXT_HTML));
  }

  private Template parse(String file, String type) {
    return engine.parse(resource("/mail/" + file), Variant.forContentType(type), file);
  }

  private static String resource(String path) {
    try (var in = MailWriter.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no template " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
