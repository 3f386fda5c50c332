package io.albumen.local.ses;

import io.albumen.local.mailbox.MailAddress;
import io.albumen.local.mailbox.MailSender.Enclosure;
import io.albumen.local.protocol.AwsFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Takes a raw mail apart: who, what about, text, HTML, and the files that came with it. */
final class MimeReader {
  private static final int MAX_DEPTH = 20;

  private final MimeMessage message;
  private final List<Enclosure> files = new ArrayList<>();
  private String text = "";
  private String html = "";

  private MimeReader(MimeMessage message) {
    this.message = message;
  }

  static MimeReader read(byte[] raw) {
    try {
      var session = Session.getInstance(new Properties());
      var reader = new MimeReader(new MimeMessage(session, new ByteArrayInputStream(raw)));
      reader.visit(reader.message, 0);
      return reader;
    } catch (MessagingException | IOException e) {
      throw malformed();
    }
  }

  private void visit(MimePart part, int depth) throws MessagingException, IOException {
    if (depth > MAX_DEPTH) {
      throw malformed();
    }
    var isFile =
        Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
    if (part.getContent() instanceof Multipart multipart) {
      for (int i = 0; i < multipart.getCount(); i++) {
        visit((MimePart) multipart.getBodyPart(i), depth + 1);
      }
    } else if (!isFile && part.isMimeType("text/html") && html.isEmpty()) {
      html = String.valueOf(part.getContent());
    } else if (!isFile && part.isMimeType("text/*") && text.isEmpty()) {
      text = String.valueOf(part.getContent());
    } else {
      files.add(enclosure(part));
    }
  }

  private static Enclosure enclosure(MimePart part) throws MessagingException, IOException {
    var id = part.getContentID();
    return new Enclosure(
        part.getFileName() == null ? "" : part.getFileName(),
        part.getContentType().replaceFirst(";[\\s\\S]*", "").strip(),
        id == null ? null : id.replaceAll("[<>]", ""),
        part.getInputStream().readAllBytes());
  }

  String text() {
    return text;
  }

  String html() {
    return html;
  }

  List<Enclosure> files() {
    return List.copyOf(files);
  }

  String subject() {
    try {
      return Optional.ofNullable(message.getSubject()).orElse("");
    } catch (MessagingException e) {
      throw malformed();
    }
  }

  /** Addresses of a header, none when it is absent. Raw bytes are taken for UTF-8. */
  List<MailAddress> addresses(String header) {
    try {
      var value = message.getHeader(header, ",");
      return value == null
          ? List.of()
          : Addresses.parseList(
              new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    } catch (MessagingException e) {
      throw malformed();
    }
  }

  private static AwsFailure malformed() {
    return new AwsFailure("InvalidParameterValue", "The message is not valid MIME.");
  }
}
