package io.albumen.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.local.faces.Faces;
import io.albumen.local.faces.Inbox;
import io.albumen.local.mailbox.MailSender.Enclosure;
import io.albumen.local.mailbox.MailSender.Letter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
  private static final MailAddress SENDER = new MailAddress("Albumen", "albumen@localhost");
  private Faces faces;
  private Inbox inbox;

  @BeforeEach
  void start(@TempDir Path directory) {
    faces = Faces.in(directory).start(new MailboxPart());
    inbox = faces.inbox();
  }

  @AfterEach
  void stop() {
    faces.close();
  }

  @Test
  void listsNewestFirstInMailpitsForm() {
    put("ada@example.com", "First");
    put("bob@example.com", "Second");

    var listing = inbox.json("/api/v1/messages?limit=1");

    assertThat(listing.path("total").asInt()).isEqualTo(2);
    assertThat(listing.path("unread").asInt()).isEqualTo(2);
    assertThat(listing.path("messages_count").asInt()).isEqualTo(2);
    assertThat(listing.path("messages")).hasSize(1);
    var mail = listing.path("messages").path(0);
    assertThat(mail.path("Subject").asText()).isEqualTo("Second");
    assertThat(mail.path("From").path("Name").asText()).isEqualTo("Albumen");
    assertThat(mail.path("To").path(0).path("Address").asText()).isEqualTo("bob@example.com");
    assertThat(mail.path("Snippet").asText()).isEqualTo("Hello there");
    assertThat(mail.path("Created").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
  }

  @Test
  void pagesByStart() {
    put("ada@example.com", "First");
    put("ada@example.com", "Second");

    var listing = inbox.json("/api/v1/messages?start=1&limit=5");

    assertThat(listing.path("messages").path(0).path("Subject").asText()).isEqualTo("First");
  }

  @Test
  void readingMarksAsRead() {
    put("ada@example.com", "First");
    inbox.newestTo("ada@example.com");

    assertThat(inbox.json("/api/v1/messages").path("unread").asInt()).isZero();
  }

  @Test
  void findsByRecipientAndSubject() {
    put("ada@example.com", "Your film is ready");
    put("ada@example.com", "Welcome");
    put("bob@example.com", "Your film is ready");

    var found = inbox.json("/api/v1/search?query=to:ada%40example.com%20subject:%22film%20is%22");

    assertThat(found.path("messages_count").asInt()).isEqualTo(1);
  }

  @Test
  void showsTheNewestAsLatest() {
    put("ada@example.com", "First");
    put("ada@example.com", "Second");

    assertThat(inbox.json("/api/v1/message/latest").path("Subject").asText()).isEqualTo("Second");
  }

  @Test
  void keepsMailsOverARestart() {
    put("ada@example.com", "First");
    faces.stop();
    faces.start(new MailboxPart());

    assertThat(inbox.newestTo("ada@example.com").path("Text").asText()).isEqualTo("Hello\nthere");
  }

  @Test
  void deletesAllWhenNoneIsNamed() {
    put("ada@example.com", "First");

    inbox.send("DELETE", "/api/v1/messages", "application/json", "");

    assertThat(inbox.json("/api/v1/messages").path("total").asInt()).isZero();
  }

  @Test
  void deletesOnlyWhatIsNamed() {
    put("ada@example.com", "First");
    put("bob@example.com", "Second");
    var id = inbox.newestTo("ada@example.com").path("ID").asText();

    inbox.send(
        "DELETE", "/api/v1/messages", "application/json", "{\"IDs\":[\"%s\"]}".formatted(id));

    assertThat(inbox.mailsTo("bob@example.com").path("messages_count").asInt()).isEqualTo(1);
    assertThat(inbox.get("/api/v1/message/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void runsNoScriptOfAMail() {
    html("<script>alert(1)</script>");
    var id = inbox.newestTo("ada@example.com").path("ID").asText();

    var policy = inbox.get("/view/" + id + ".html").headers().firstValue("Content-Security-Policy");

    assertThat(policy.orElseThrow())
        .contains("default-src 'none'", "sandbox")
        .doesNotContain("script");
  }

  @Test
  void handsAttachmentsOutAsDownloads() {
    html("<p>see</p>");
    var file = inbox.newestTo("ada@example.com").path("Attachments").path(0);
    var id = inbox.newestTo("ada@example.com").path("ID").asText();

    var part = inbox.get("/api/v1/message/%s/part/%s".formatted(id, file.path("PartID").asText()));

    assertThat(part.body()).isEqualTo("<b>file</b>");
    assertThat(part.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
  }

  @Test
  void takesNoMailFromAFormOfAnotherPage() {
    assertThat(inbox.send("POST", "/api/v1/send", "text/plain", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void servesItsPageWithoutForeignSources() {
    var page = inbox.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'");
    assertThat(inbox.get("/livez").statusCode()).isEqualTo(200);
  }

  private void put(String to, String subject) {
    sender().send(Letter.plain(SENDER, new MailAddress("", to), subject, "Hello\nthere"));
  }

  private void html(String html) {
    var file = new Enclosure("page.html", "text/html", null, "<b>file</b>".getBytes(UTF_8));
    sender()
        .send(
            new Letter(
                SENDER,
                List.of(new MailAddress("Ada", "ada@example.com")),
                List.of(),
                List.of(),
                List.of(),
                "HTML",
                "",
                html,
                List.of(),
                List.of(file)));
  }

  private MailSender sender() {
    return new MailSender(faces.endpoint("mailbox").toString());
  }
}
