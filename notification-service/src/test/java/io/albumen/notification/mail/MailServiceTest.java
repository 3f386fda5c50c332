package io.albumen.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.UserId;
import io.albumen.notification.CrashPoint;
import io.albumen.notification.TestClock;
import io.albumen.notification.account.Contact;
import io.albumen.notification.letter.Letter;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailServiceTest {
  private static final UUID EVENT = UUID.randomUUID();
  private static final Contact ADA =
      new Contact(new UserId(UUID.randomUUID()), "ada@example.com", "Ada", "en", "UTC");

  private final CrashPoint crash = new CrashPoint();
  private final TestClock clock = new TestClock();
  private final MailsInMemory mails = new MailsInMemory(crash, clock, _ -> false);

  private void send() {
    mails.service.send(EVENT, ADA, new Letter.Welcome());
  }

  private void dieAfterSteps(int steps) {
    crash.after(steps);
    assertThatThrownBy(this::send).isInstanceOf(CrashPoint.Crash.class);
    crash.never();
  }

  @Test
  void sendsAMailOnceForAnEventThatComesTwice() {
    send();
    send();

    assertThat(mails.subjects()).containsExactly("Welcome to Albumen");
    assertThat(mails.statusOf(EVENT)).isEqualTo("SENT");
  }

  @Test
  void recordsARefusalAndTriesNoMore() {
    mails.answering(new Delivery.Refused("400 MessageRejected"));
    send();
    mails.answering(new Delivery.Sent("ses-2"));

    send();

    assertThat(mails.subjects()).isEmpty();
    assertThat(mails.statusOf(EVENT)).isEqualTo("FAILED");
  }

  @Test
  void triesAgainWhatWasNotTaken() {
    mails.answering(new Delivery.NotTaken("400 Throttling"));
    assertThatThrownBy(this::send).isInstanceOf(MailService.NotYet.class);
    assertThat(mails.statusOf(EVENT)).isEqualTo("DEFERRED");
    mails.answering(new Delivery.Sent("ses-2"));

    send();

    assertThat(mails.subjects()).hasSize(1);
    assertThat(mails.statusOf(EVENT)).isEqualTo("SENT");
  }

  @Test
  void neverRepeatsALostAnswer() {
    mails.answering(new Delivery.InDoubt("SocketTimeoutException"));
    send();
    mails.answering(new Delivery.Sent("ses-2"));

    send();

    assertThat(mails.subjects()).hasSize(1);
    assertThat(mails.statusOf(EVENT)).isEqualTo("UNKNOWN");
  }

  @Test
  void leavesAMailToTheTryThatIsSendingIt() {
    dieAfterSteps(2); // claimed, not sent

    assertThatThrownBy(this::send).isInstanceOf(MailService.NotYet.class);
    assertThat(mails.statusOf(EVENT)).isEqualTo("SENDING");
  }

  @Test
  void findsByTheNextDeliveryThatTheSenderDied() {
    dieAfterSteps(4); // sent, not recorded
    clock.advance(Duration.ofSeconds(21));

    send();

    assertThat(mails.subjects()).hasSize(1);
    assertThat(mails.statusOf(EVENT)).isEqualTo("UNKNOWN");
  }

  @Test
  void findsBySweepingThatTheSenderDied() {
    dieAfterSteps(4);
    clock.advance(Duration.ofSeconds(21));

    mails.service.sweep();

    assertThat(mails.statusOf(EVENT)).isEqualTo("UNKNOWN");
    assertThat(mails.meters.counter("notification.mails", "kind", "WELCOME", "status", "UNKNOWN"))
        .extracting(counter -> counter.count())
        .isEqualTo(1.0);
  }

  @Test
  void leavesLiveSendersAloneWhenSweeping() {
    dieAfterSteps(4);
    clock.advance(Duration.ofSeconds(19));

    mails.service.sweep();

    assertThat(mails.statusOf(EVENT)).isEqualTo("SENDING");
  }

  @Test
  void writesNobodyWhoIsErased() {
    var gone = new MailsInMemory(crash, clock, _ -> true);

    gone.service.send(EVENT, ADA, new Letter.Welcome());

    assertThat(gone.subjects()).isEmpty();
    assertThat(gone.statusOf(EVENT)).isEmpty();
  }

  @Test
  void writesOfADeletionOnceEvenToWhoeverIsErased() {
    var gone = new MailsInMemory(crash, clock, _ -> true);

    gone.service.send(EVENT, ADA, new Letter.DeletionCompleted());
    gone.service.send(EVENT, ADA, new Letter.DeletionCompleted());

    assertThat(gone.subjects()).containsExactly("Your Albumen account is deleted");
  }

  @Test
  void keepsNoAddressOfWhoeverIsGone() {
    var digest = AddressDigest.of(ADA);

    assertThat(digest).startsWith("sha256:").doesNotContain("@");
    assertThat(AddressDigest.of(new Contact(ADA.user(), "ADA@example.com", "", "en", "UTC")))
        .isEqualTo(digest);
    var other = new UserId(UUID.randomUUID());
    assertThat(AddressDigest.of(new Contact(other, ADA.email(), "Ada", "en", "UTC")))
        .isNotEqualTo(digest);
  }
}
