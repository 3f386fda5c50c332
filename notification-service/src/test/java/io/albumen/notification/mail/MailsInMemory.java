package io.albumen.notification.mail;

import io.albumen.common.UserId;
import io.albumen.notification.CrashPoint;
import io.albumen.notification.TestConfig;
import io.albumen.notification.letter.Letters;
import io.albumen.notification.letter.Mail;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The feature on a fake store and a fake mail service, for its own tests and those of others. */
public final class MailsInMemory {
  public final MailService service;
  final InMemoryMailRepository records;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Mail> delivered = new ArrayList<>();
  private Delivery answer = new Delivery.Sent("ses-1");

  public MailsInMemory(CrashPoint crash, Clock clock, Predicate<UserId> erased) {
    this.records = new InMemoryMailRepository(crash, erased);
    MailTransport transport =
        mail -> {
          crash.pass();
          if (answer instanceof Delivery.Sent || answer instanceof Delivery.InDoubt) {
            delivered.add(mail);
          }
          crash.pass();
          return answer;
        };
    this.service =
        new MailService(
            records,
            transport,
            Letters.writer(),
            TestConfig.of(MailConfig.class, Map.of()),
            meters,
            clock);
  }

  void answering(Delivery delivery) {
    answer = delivery;
  }

  /** Subjects of what reached the mail service, in order. */
  public List<String> subjects() {
    return delivered.stream().map(Mail::subject).toList();
  }

  /** Audit of the event's mail, empty if there is none. */
  public String statusOf(UUID eventId) {
    return records.statusOf(eventId).map(MailStatus::name).orElse("");
  }
}
