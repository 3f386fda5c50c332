package io.albumen.local.ses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.local.StackContext.Credentials;
import io.albumen.local.faces.Faces;
import io.albumen.local.mailbox.MailboxPart;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.ses.model.VerificationStatus;

class SesTest {
  private static final String SENDER = "Albumen <albumen@localhost>";
  private static Faces faces;
  private static SesClient ses;
  private final String recipient = UUID.randomUUID() + "@example.com";

  @BeforeAll
  static void start(@TempDir Path directory) {
    faces = Faces.in(directory).start(new MailboxPart(), new SesPart());
    ses = faces.client("ses", SesClient.builder());
  }

  @AfterAll
  static void stop() {
    faces.close();
  }

  @Test
  void putsAMailIntoTheMailbox() {
    send(SENDER, recipient);

    var mail = faces.inbox().newestTo(recipient);
    assertThat(mail.path("Subject").asText()).isEqualTo("Grüße & more");
    assertThat(mail.path("Text").asText()).isEqualTo("Text + text");
    assertThat(mail.path("HTML").asText()).isEqualTo("<p>100 %</p>");
    assertThat(mail.path("From").path("Name").asText()).isEqualTo("Albumen");
  }

  @Test
  void answersAMessageIdInItsOwnForm() {
    assertThat(send(SENDER, recipient).messageId())
        .matches("0102[0-9a-f]{12}-[0-9a-f-]{36}-000000");
  }

  @Test
  void rejectsAnUnverifiedSender() {
    assertThatThrownBy(() -> send("mallory@example.com", recipient))
        .isInstanceOf(MessageRejectedException.class)
        .hasMessageContaining("Email address is not verified.")
        .hasMessageContaining("EU-WEST-1: mallory@example.com");
  }

  @Test
  void sendsForAnAddressOnceItsLinkWasOpened() {
    var sender = UUID.randomUUID() + "@example.com";
    ses.verifyEmailIdentity(request -> request.emailAddress(sender));
    assertThat(status(sender)).isEqualTo(VerificationStatus.PENDING);
    var text = faces.inbox().newestTo(sender).path("Text").asText();
    var link = text.substring(text.lastIndexOf("/verify/"));

    faces.inbox().get(faces.endpoint("ses") + link);

    assertThat(status(sender)).isEqualTo(VerificationStatus.SUCCESS);
    assertThat(send(sender, recipient).messageId()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "success@simulator.amazonses.com,simulated-delivery",
    "bounce+7@simulator.amazonses.com,simulated-bounce",
    "complaint@simulator.amazonses.com,simulated-complaint"
  })
  void recordsWhatTheSimulatorWouldDo(String address, String tag) {
    send(SENDER, address);

    assertThat(faces.inbox().newestTo(address).path("Tags").path(0).asText()).isEqualTo(tag);
  }

  @Test
  void refusesARecipientThatIsNoAddress() {
    assertThatThrownBy(() -> send(SENDER, "nobody"))
        .isInstanceOf(SesException.class)
        .satisfies(e -> assertThat(code(e)).isEqualTo("InvalidParameterValue"));
  }

  @Test
  void takesRawMailsApart() {
    sendRaw("albumen@localhost");

    var mail = faces.inbox().newestTo(recipient);
    assertThat(mail.path("Subject").asText()).isEqualTo("Schöne Grüße");
    assertThat(mail.path("Text").asText()).contains("Plain ü");
    assertThat(mail.path("HTML").asText()).contains("<b>HTML</b>");
    assertThat(mail.path("Attachments").path(0).path("FileName").asText()).isEqualTo("note.txt");
  }

  @Test
  void rejectsARawMailFromAnUnverifiedSender() {
    assertThatThrownBy(() -> sendRaw("mallory@example.com"))
        .isInstanceOf(MessageRejectedException.class);
  }

  @Test
  void countsWhatWasSent() {
    var before = ses.getSendQuota().sentLast24Hours();
    send(SENDER, recipient);

    assertThat(ses.getSendQuota().sentLast24Hours()).isEqualTo(before + 1);
  }

  @Test
  void listsTheFleetsIdentities() {
    assertThat(ses.listIdentities().identities()).contains("albumen@localhost");
  }

  @Test
  void refusesAForeignKey() {
    assertThat(refusal(new Credentials("AKIDSTRANGER", "a-secret")))
        .isEqualTo("InvalidClientTokenId");
  }

  @Test
  void refusesAWrongSecret() {
    assertThat(refusal(new Credentials(Faces.KEY.accessKeyId(), "guessed")))
        .isEqualTo("SignatureDoesNotMatch");
  }

  private static String refusal(Credentials key) {
    var client = faces.client("ses", SesClient.builder(), key);
    try {
      client.getSendQuota();
      return "";
    } catch (SesException e) {
      return e.awsErrorDetails().errorCode();
    }
  }

  private static String code(Throwable failure) {
    return ((SesException) failure).awsErrorDetails().errorCode();
  }

  private static VerificationStatus status(String address) {
    return ses.getIdentityVerificationAttributes(request -> request.identities(address))
        .verificationAttributes()
        .values()
        .iterator()
        .next()
        .verificationStatus();
  }

  private static SendEmailResponse send(String from, String to) {
    return ses.sendEmail(
        request ->
            request
                .source(from)
                .destination(destination -> destination.toAddresses(to))
                .message(
                    message ->
                        message
                            .subject(content -> content.data("Grüße & more"))
                            .body(
                                body ->
                                    body.text(content -> content.data("Text + text"))
                                        .html(content -> content.data("<p>100 %</p>")))));
  }

  private void sendRaw(String from) {
    var raw =
        """
        From: Albumen <%s>
        To: %s
        Subject: =?UTF-8?Q?Sch=C3=B6ne_Gr=C3=BC=C3=9Fe?=
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Plain =C3=BC
        --inner
        Content-Type: text/html; charset=utf-8

        <b>HTML</b>
        --inner--
        --outer
        Content-Type: text/plain; name=note.txt
        Content-Disposition: attachment; filename=note.txt

        a note
        --outer--
        """
            .formatted(from, recipient)
            .replace("\n", "\r\n");
    ses.sendRawEmail(
        request -> request.rawMessage(mail -> mail.data(SdkBytes.fromString(raw, UTF_8))));
  }
}
