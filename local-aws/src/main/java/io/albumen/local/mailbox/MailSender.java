package io.albumen.local.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.albumen.local.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts mails into the mailbox of the same stack, over its HTTP API. */
public final class MailSender {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI address;
  private final HttpClient http;

  /**
   * @param mailbox its endpoint, {@code http://127.0.0.1:8025}
   */
  public MailSender(String mailbox) {
    this.address = URI.create(mailbox + "/api/v1/send");
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
  }

  /** A mail to put there. */
  public record Letter(
      MailAddress from,
      List<MailAddress> to,
      List<MailAddress> cc,
      List<MailAddress> bcc,
      List<MailAddress> replyTo,
      String subject,
      String text,
      @JsonProperty("HTML") String html,
      List<String> tags,
      List<Enclosure> attachments) {

    /** A letter of text, from one to one. */
    public static Letter plain(MailAddress from, MailAddress to, String subject, String text) {
      return new Letter(
          from,
          List.of(to),
          List.of(),
          List.of(),
          List.of(),
          subject,
          text,
          "",
          List.of(),
          List.of());
    }
  }

  /** A file that goes with a letter; with a content id it is part of the HTML. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Enclosure(
      String filename,
      String contentType,
      @JsonProperty("ContentID") @Nullable String contentId,
      byte[] content) {}

  /**
   * Returns when the mail is on disk.
   *
   * @throws UncheckedIOException if the mailbox is not there or did not take it
   */
  public void send(Letter letter) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(letter)))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() != 200) {
        throw new UncheckedIOException(new IOException("mailbox said " + answer.statusCode()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
