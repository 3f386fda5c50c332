package io.albumen.notification.mail;

import io.albumen.notification.account.Contact;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes letters as mails, in HTML and in plain text; what users wrote stays inert in both. */
@ApplicationScoped
class MailWriter {
  private static final int MAX_SHOWN = 120;

  /** Controls, line and paragraph separators, and marks that turn the direction of text. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  private final Engine engine;
  private final String baseUrl;
  private final Pages welcome;
  private final Pages filmReady;

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
  }

  Mail write(Contact contact, Letter letter) {
    var name = shown(contact.displayName());
    return switch (letter) {
      case Letter.Welcome _ ->
          mail(contact, "Welcome to Albumen", welcome, Map.of("name", name, "link", baseUrl + "/"));
      case Letter.FilmReady(var video, var title, var duration) ->
          mail(
              contact,
              "Your film “%s” is ready".formatted(shown(title)),
              filmReady,
              Map.of(
                  "name",
                  name,
                  "title",
                  shown(title),
                  "duration",
                  minutes(duration),
                  "link",
                  baseUrl + "/films/" + video));
    };
  }

  private static Mail mail(
      Contact contact, String subject, Pages pages, Map<String, Object> shown) {
    return new Mail(
        contact.email(), subject, pages.text().render(shown), pages.html().render(shown));
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
