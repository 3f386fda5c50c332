package io.albumen.local.mailbox;

import io.albumen.local.protocol.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The page in the browser. A mail is a stranger's text: it runs no script and fetches nothing. */
final class MailboxPage {
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src"
          + " 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
          + " 'none'; frame-ancestors 'self'; sandbox allow-popups"
          + " allow-popups-to-escape-sandbox";

  private final Map<String, Answer> assets;

  MailboxPage() {
    assets =
        Map.of(
            "/", asset("index.html", "text/html; charset=utf-8"),
            "/mailbox.css", asset("mailbox.css", "text/css; charset=utf-8"),
            "/mailbox.js", asset("mailbox.js", "text/javascript; charset=utf-8"),
            "/livez", Answer.text(200, "text/plain", "ok"));
  }

  Optional<Answer> asset(String path) {
    return Optional.ofNullable(assets.get(path));
  }

  /** The HTML of a mail for a frame of its own; links leave the frame. */
  static Answer html(Mail mail) {
    var document = "<base target=\"_blank\">\n" + mail.content().html();
    return new Answer(
        200,
        headers("text/html; charset=utf-8", MAIL_POLICY),
        document.getBytes(StandardCharsets.UTF_8));
  }

  /** Never shown inline: a mail could carry a page. */
  static Answer download(Mail.File file) {
    var name = file.filename().replaceAll("[^A-Za-z0-9._ -]", "_");
    return new Answer(
        200,
        Map.of(
            "Content-Type", "application/octet-stream",
            "Content-Disposition", "attachment; filename=\"" + name + "\"",
            "X-Content-Type-Options", "nosniff"),
        file.content());
  }

  private static Answer asset(String name, String contentType) {
    try (var in = MailboxPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new Answer(200, headers(contentType, PAGE_POLICY), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> headers(String contentType, String policy) {
    return Map.of(
        "Content-Type", contentType,
        "Content-Security-Policy", policy,
        "X-Content-Type-Options", "nosniff",
        "Referrer-Policy", "no-referrer",
        "Cache-Control", "no-cache");
  }
}
