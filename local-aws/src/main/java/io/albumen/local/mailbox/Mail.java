package io.albumen.local.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is kept.
 *
 * @param id orders mails by arrival
 * @param size characters of text and HTML and bytes of attachments
 */
record Mail(
    @JsonProperty("ID") String id,
    @JsonProperty("MessageID") String messageId,
    Instant created,
    @JsonProperty("Content") Content content,
    int size) {

  /** What the sender wrote. The shape is that of Mailpit's {@code POST /api/v1/send}. */
  record Content(
      MailAddress from,
      List<MailAddress> to,
      List<MailAddress> cc,
      List<MailAddress> bcc,
      List<MailAddress> replyTo,
      String subject,
      String text,
      @JsonProperty("HTML") String html,
      List<String> tags,
      List<File> attachments) {

    @SuppressWarnings("ConstantValue") // JSON may lack any of them
    Content {
      from = from == null ? new MailAddress("", "") : from;
      to = orEmpty(to);
      cc = orEmpty(cc);
      bcc = orEmpty(bcc);
      replyTo = orEmpty(replyTo);
      subject = orEmpty(subject);
      text = orEmpty(text);
      html = orEmpty(html);
      tags = orEmpty(tags);
      attachments = orEmpty(attachments);
    }

    /** One plain line for a list: the text, or the HTML without its tags. */
    String snippet() {
      var plain =
          text.isBlank()
              ? html.replaceAll("(?s)<(style|script|head)\\b.*?</\\1>", " ")
                  .replaceAll("<[^>]*>", " ")
              : text;
      var line = plain.replaceAll("\\s+", " ").strip();
      return line.length() <= SNIPPET ? line : line.substring(0, SNIPPET) + "...";
    }
  }

  /** An attachment; its bytes are base64 on the wire and in the store. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record File(
      String filename,
      String contentType,
      @JsonProperty("ContentID") @Nullable String contentId,
      byte[] content) {}

  private static final int SNIPPET = 250;

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static int sizeOf(Content content) {
    return content.text().length()
        + content.html().length()
        + content.attachments().stream().mapToInt(file -> file.content().length).sum();
  }
}
