package io.albumen.notification.mail;

import io.albumen.notification.account.Contact;
import io.albumen.notification.letter.Letter;
import io.albumen.notification.letter.Mail;
import io.albumen.notification.letter.MailWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends each mail at most once: claims the record, sends, settles the record, in this order. */
@ApplicationScoped
public class MailService {
  private static final Logger LOG = Logger.getLogger(MailService.class);
  private static final int SWEEP_BATCH = 100;
  private final MailRepository mails;
  private final MailTransport transport;
  private final MailWriter writer;
  private final MailConfig config;
  private final MeterRegistry meters;
  private final Clock clock;

  MailService(
      MailRepository mails,
      MailTransport transport,
      MailWriter writer,
      MailConfig config,
      MeterRegistry meters,
      Clock clock) {
    this.mails = mails;
    this.transport = transport;
    this.writer = writer;
    this.config = config;
    this.meters = meters;
    this.clock = clock;
  }

  /** The mail is not out yet; the same event has to come again. */
  public static final class NotYet extends RuntimeException {
    NotYet(String message) {
      super(message);
    }
  }

  /**
   * Sends the letter unless the event's mail was sent, refused or left in doubt before.
   *
   * @throws NotYet if it has to be tried again later
   */
  public void send(UUID eventId, Contact contact, Letter letter) {
    var mail = writer.write(contact, letter); // first: a fault in it must not leave a doubt
    var now = clock.instant();
    var record = recordOf(eventId, contact, letter, now);
    switch (mails.claim(record)) {
      case Claim.Granted _ -> send(record, mail);
      case Claim.Taken(var earlier) -> respect(earlier);
      case Claim.Erased _ -> LOG.infof("mail dropped, user erased user=%s", contact.user());
    }
  }

  private MailRecord recordOf(UUID eventId, Contact contact, Letter letter, Instant now) {
    var outlives = letter.outlivesAccount();
    return new MailRecord(
        contact.user(),
        eventId,
        letter.kind(),
        outlives ? AddressDigest.of(contact) : contact.email(),
        UUID.randomUUID(),
        MailStatus.SENDING,
        now,
        now.plus(config.doubtAfter()),
        outlives ? now.plus(config.farewellAudit()) : null);
  }

  private void send(MailRecord record, Mail mail) {
    var delivery = transport.send(mail);
    mails.settle(record, delivery, clock.instant());
    count(record, delivery.status());
    switch (delivery) {
      case Delivery.Sent(var id) ->
          LOG.infof("mail sent user=%s kind=%s ses=%s", record.user(), record.kind(), id);
      case Delivery.Refused(var reason) -> LOG.warnf("mail refused %s reason=%s", record, reason);
      case Delivery.InDoubt(var reason) -> LOG.warnf("mail in doubt %s reason=%s", record, reason);
      case Delivery.NotTaken(var reason) -> throw new NotYet("mail not taken: " + reason);
    }
  }

  /** Another try holds the record: it runs still, or died, or ended. */
  private void respect(MailRecord earlier) {
    if (earlier.status() != MailStatus.SENDING) {
      return;
    }
    if (clock.instant().isBefore(earlier.doubtAt())) {
      throw new NotYet("mail is being sent by another try");
    }
    doubt(earlier);
  }

  /** Settles what lost its sender, for events that do not come again. */
  public void sweep() {
    mails.overdue(clock.instant(), SWEEP_BATCH).forEach(this::doubt);
  }

  private void doubt(MailRecord lost) {
    if (mails.doubt(lost, clock.instant())) {
      LOG.warnf("mail in doubt %s reason=sender lost", lost);
      count(lost, MailStatus.UNKNOWN);
    }
  }

  private void count(MailRecord record, MailStatus status) {
    meters
        .counter("notification.mails", "kind", record.kind(), "status", status.name())
        .increment();
  }
}
