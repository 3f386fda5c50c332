package io.albumen.local.ses;

import io.albumen.local.mailbox.MailAddress;
import io.albumen.local.mailbox.MailSender;
import io.albumen.local.mailbox.MailSender.Letter;
import io.albumen.local.protocol.AwsFailure;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Hands mails on to the mailbox, once sender and recipients are in order. */
final class Postman {
  private static final int MAX_RECIPIENTS = 50;
  private static final String REGION_MARK = "0102";

  private final Identities identities;
  private final SendQuota quota;
  private final MailSender mailbox;
  private final String region;
  private final Clock clock;

  Postman(Identities identities, SendQuota quota, MailSender mailbox, String region, Clock clock) {
    this.identities = identities;
    this.quota = quota;
    this.mailbox = mailbox;
    this.region = region;
    this.clock = clock;
  }

  /** {@code SendEmail}; answers the message id. */
  String send(QueryRequest request) {
    var letter =
        new Letter(
            Addresses.parse(request.required("Source")),
            Addresses.parse(request.members("Destination.ToAddresses")),
            Addresses.parse(request.members("Destination.CcAddresses")),
            Addresses.parse(request.members("Destination.BccAddresses")),
            Addresses.parse(request.members("ReplyToAddresses")),
            request.required("Message.Subject.Data"),
            request.text("Message.Body.Text.Data"),
            request.text("Message.Body.Html.Data"),
            List.of(),
            List.of());
    if (letter.text().isEmpty() && letter.html().isEmpty()) {
      throw new AwsFailure("InvalidParameterValue", "Message body is empty.");
    }
    return post(letter, letter.from());
  }

  /** {@code SendRawEmail}: recipients named in the request go before those in the headers. */
  String sendRaw(QueryRequest request, byte[] raw) {
    var mail = MimeReader.read(raw);
    var from = mail.addresses("From").stream().findFirst();
    var source = request.text("Source").isEmpty() ? from : from(request);
    if (from.isEmpty() || source.isEmpty()) {
      throw new AwsFailure("InvalidParameterValue", "Missing required header 'From'.");
    }
    var named = Addresses.parse(request.members("Destinations"));
    var letter =
        new Letter(
            from.get(),
            named.isEmpty() ? mail.addresses("To") : named,
            named.isEmpty() ? mail.addresses("Cc") : List.of(),
            named.isEmpty() ? mail.addresses("Bcc") : List.of(),
            mail.addresses("Reply-To"),
            mail.subject(),
            mail.text(),
            mail.html(),
            List.of(),
            mail.files());
    identities.check(from.get().address(), region);
    return post(letter, source.get());
  }

  private static Optional<MailAddress> from(QueryRequest request) {
    return Optional.of(Addresses.parse(request.text("Source")));
  }

  private String post(Letter letter, MailAddress source) {
    identities.check(source.address(), region);
    var count = recipients(letter).count();
    if (count == 0 || count > MAX_RECIPIENTS) {
      throw new AwsFailure(
          "InvalidParameterValue",
          count == 0 ? "Empty destination list." : "Recipient count exceeds 50.");
    }
    quota.use((int) count);
    deliver(tagged(letter));
    return "%s%012x-%s-000000".formatted(REGION_MARK, clock.millis(), UUID.randomUUID());
  }

  private void deliver(Letter letter) {
    try {
      mailbox.send(letter);
    } catch (UncheckedIOException e) {
      throw new AwsFailure(503, "ServiceUnavailable", "The mailbox did not take the mail.");
    }
  }

  private static Letter tagged(Letter letter) {
    return new Letter(
        letter.from(),
        letter.to(),
        letter.cc(),
        letter.bcc(),
        letter.replyTo(),
        letter.subject(),
        letter.text(),
        letter.html(),
        Simulator.outcomes(recipients(letter)),
        letter.attachments());
  }

  private static Stream<MailAddress> recipients(Letter letter) {
    return Stream.of(letter.to(), letter.cc(), letter.bcc()).flatMap(List::stream);
  }
}
