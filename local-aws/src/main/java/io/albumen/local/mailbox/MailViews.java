package io.albumen.local.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answers of Mailpit's API, version 1, member by member. */
final class MailViews {
  private MailViews() {}

  /** {@code MessagesSummary}. */
  record Listing(
      @JsonProperty("total") int total,
      @JsonProperty("unread") int unread,
      @JsonProperty("count") int count,
      @JsonProperty("messages_count") int messagesCount,
      @JsonProperty("messages_unread") long messagesUnread,
      @JsonProperty("start") int start,
      @JsonProperty("tags") List<String> tags,
      @JsonProperty("messages") List<Summary> messages) {}

  /** {@code MessageSummary}. */
  record Summary(
      @JsonProperty("ID") String id,
      @JsonProperty("MessageID") String messageId,
      boolean read,
      MailAddress from,
      List<MailAddress> to,
      List<MailAddress> cc,
      List<MailAddress> bcc,
      List<MailAddress> replyTo,
      String subject,
      String created,
      String username,
      List<String> tags,
      int size,
      int attachments,
      String snippet) {

    static Summary of(Mail mail, boolean unread) {
      var content = mail.content();
      return new Summary(
          mail.id(),
          mail.messageId(),
          !unread,
          content.from(),
          content.to(),
          content.cc(),
          content.bcc(),
          content.replyTo(),
          content.subject(),
          time(mail.created()),
          "",
          content.tags(),
          mail.size(),
          content.attachments().size(),
          content.snippet());
    }
  }

  /** {@code Message}. */
  record Message(
      @JsonProperty("ID") String id,
      @JsonProperty("MessageID") String messageId,
      MailAddress from,
      List<MailAddress> to,
      List<MailAddress> cc,
      List<MailAddress> bcc,
      List<MailAddress> replyTo,
      String returnPath,
      String subject,
      Map<String, Object> listUnsubscribe,
      String date,
      List<String> tags,
      String username,
      String text,
      @JsonProperty("HTML") String html,
      int size,
      List<Attachment> inline,
      List<Attachment> attachments) {

    static Message of(Mail mail) {
      var content = mail.content();
      return new Message(
          mail.id(),
          mail.messageId(),
          content.from(),
          content.to(),
          content.cc(),
          content.bcc(),
          content.replyTo(),
          content.from().address(),
          content.subject(),
          Map.of("Header", "", "Links", List.of(), "Errors", "", "HeaderPost", ""),
          time(mail.created()),
          content.tags(),
          "",
          content.text(),
          content.html(),
          mail.size(),
          attachments(content, true),
          attachments(content, false));
    }

    private static List<Attachment> attachments(Mail.Content content, boolean inline) {
      var found = new ArrayList<Attachment>();
      for (int i = 0; i < content.attachments().size(); i++) {
        var file = content.attachments().get(i);
        if ((file.contentId() != null) == inline) {
          found.add(Attachment.of(i + 1, file));
        }
      }
      return List.copyOf(found);
    }
  }

  /** {@code Attachment}; its bytes are at {@code /api/v1/message/{ID}/part/{PartID}}. */
  record Attachment(
      @JsonProperty("PartID") String partId,
      String fileName,
      String contentType,
      @JsonProperty("ContentID") String contentId,
      int size) {

    static Attachment of(int part, Mail.File file) {
      return new Attachment(
          Integer.toString(part),
          file.filename(),
          file.contentType(),
          file.contentId() == null ? "" : file.contentId(),
          file.content().length);
    }
  }

  private static String time(Instant instant) {
    return instant.toString();
  }
}
