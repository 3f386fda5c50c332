package io.albumen.notification.mail;

import static io.albumen.notification.TestClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class MailRepositoryContract {
  private final UserId ada = new UserId(UUID.randomUUID());
  private final UUID event = UUID.randomUUID();

  abstract MailRepository mails();

  private MailRecord attempt(Instant doubtAt) {
    return new MailRecord(
        ada,
        event,
        "WELCOME",
        "ada@example.com",
        UUID.randomUUID(),
        MailStatus.SENDING,
        NOON,
        doubtAt,
        null);
  }

  private MailRecord farewell() {
    return new MailRecord(
        ada,
        event,
        "DELETION_REQUESTED",
        "sha256:0a",
        UUID.randomUUID(),
        MailStatus.SENDING,
        NOON,
        NOON.plusSeconds(20),
        NOON.plusSeconds(3600));
  }

  private MailRecord claimed() {
    var record = attempt(NOON.plusSeconds(20));
    assertThat(mails().claim(record)).isEqualTo(new Claim.Granted());
    return record;
  }

  private MailStatus status() {
    return mails().claim(attempt(NOON)) instanceof Claim.Taken(var earlier)
        ? earlier.status()
        : MailStatus.DEFERRED;
  }

  @Test
  void grantsTheFirstClaimAlone() {
    var first = claimed();

    assertThat(mails().claim(attempt(NOON))).isEqualTo(new Claim.Taken(first));
  }

  @Test
  void remembersHowATryEnded() {
    var record = claimed();

    mails().settle(record, new Delivery.Sent("ses-1"), NOON);

    assertThat(status()).isEqualTo(MailStatus.SENT);
  }

  @Test
  void grantsAgainWhatWasNotTaken() {
    mails().settle(claimed(), new Delivery.NotTaken("Throttling"), NOON);

    assertThat(mails().claim(attempt(NOON))).isEqualTo(new Claim.Granted());
  }

  @Test
  void settlesADoubtWhenTheSenderIsHeardOfAfterAll() {
    var record = claimed();
    assertThat(mails().doubt(record, NOON)).isTrue();

    mails().settle(record, new Delivery.Sent("ses-1"), NOON);

    assertThat(status()).isEqualTo(MailStatus.SENT);
  }

  @Test
  void neverDefersWhatWasInDoubt() {
    var record = claimed();
    mails().doubt(record, NOON);

    mails().settle(record, new Delivery.NotTaken("Throttling"), NOON);

    assertThat(status()).isEqualTo(MailStatus.UNKNOWN);
  }

  @Test
  void doubtsNothingThatIsSettled() {
    var record = claimed();
    mails().settle(record, new Delivery.Sent("ses-1"), NOON);

    assertThat(mails().doubt(record, NOON)).isFalse();
    assertThat(status()).isEqualTo(MailStatus.SENT);
  }

  @Test
  void ignoresATryThatLostTheRecord() {
    var lost = claimed();
    mails().settle(lost, new Delivery.NotTaken("Throttling"), NOON);
    claimed();

    mails().settle(lost, new Delivery.Refused("MessageRejected"), NOON);

    assertThat(status()).isEqualTo(MailStatus.SENDING);
  }

  @Test
  void findsWhatIsOverdueUntilItIsSettled() {
    var record = claimed();
    assertThat(mails().overdue(NOON.plusSeconds(19), 100)).doesNotContain(record);
    assertThat(mails().overdue(NOON.plusSeconds(20), 100)).contains(record);

    mails().settle(record, new Delivery.Sent("ses-1"), NOON);

    assertThat(mails().overdue(NOON.plusSeconds(20), 100)).doesNotContain(record);
  }

  @Test
  void grantsWhatOutlivesTheAccountOnceToo() {
    var first = farewell();
    assertThat(mails().claim(first)).isEqualTo(new Claim.Granted());

    assertThat(mails().claim(farewell())).isEqualTo(new Claim.Taken(first));
    assertThat(mails().overdue(NOON.plusSeconds(20), 100)).contains(first);
    mails().settle(first, new Delivery.Sent("ses-1"), NOON);
    assertThat(mails().overdue(NOON.plusSeconds(20), 100)).doesNotContain(first);
  }
}
