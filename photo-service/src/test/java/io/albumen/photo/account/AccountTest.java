package io.albumen.photo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
  private static final long NO_LIMIT = Long.MAX_VALUE;

  @Test
  void reservesTheLastByteButNotOneMore() {
    var full = account(100, ZoneOffset.UTC).reserve(100, NO_LIMIT);

    assertThatThrownBy(() -> full.reserve(1, NO_LIMIT)).isInstanceOf(QuotaException.Total.class);
  }

  @Test
  void reservesNoMoreThanTheDayAllows() {
    var account = account(1000, ZoneOffset.UTC).reserve(60, 100);

    assertThatThrownBy(() -> account.reserve(41, 100)).isInstanceOf(QuotaException.Daily.class);
  }

  @Test
  void refusesSizesThatOverflow() {
    var account = account(1000, ZoneOffset.UTC).reserve(10, NO_LIMIT);

    assertThatThrownBy(() -> account.reserve(Long.MAX_VALUE, NO_LIMIT))
        .isInstanceOf(QuotaException.Total.class);
  }

  @Test
  void storesWhatWasReserved() {
    var reserved = account(100, ZoneOffset.UTC).reserve(40, NO_LIMIT);

    var stored = reserved.store(reserved.reservation(40));

    assertThat(stored.storageBytes()).isEqualTo(40);
    assertThat(stored.reservedBytes()).isZero();
    assertThat(stored.day()).isEqualTo(new Account.Day(stored.day().resetsAt(), 40, 0));
  }

  @Test
  void givesBackWhatCameToNothing() {
    var reserved = account(100, ZoneOffset.UTC).reserve(40, NO_LIMIT);

    assertThat(reserved.release(reserved.reservation(40))).isEqualTo(account(100, ZoneOffset.UTC));
  }

  @Test
  void countsOnTheDayOfTheAnnouncement() {
    var reserved = account(100, ZoneOffset.UTC).reserve(40, NO_LIMIT);
    var reservation = reserved.reservation(40);

    var stored = reserved.at(NOON.plusSeconds(86_400)).store(reservation);

    assertThat(stored.storageBytes()).isEqualTo(40);
    assertThat(stored.day().usedBytes()).isZero();
    assertThat(stored.day().reservedBytes()).isZero();
  }

  @Test
  void endsTheDayAtLocalMidnight() {
    var account = account(100, ZoneId.of("Asia/Tokyo"));

    assertThat(account.day().resetsAt()).isEqualTo(Instant.parse("2026-03-28T15:00:00Z"));
  }

  @Test
  void endsTheDayRightWhenClocksChange() {
    var account =
        account(100, ZoneId.of("Europe/Berlin")).at(Instant.parse("2026-03-29T00:30:00Z"));

    assertThat(account.day().resetsAt()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void warnsOnceUntilThereIsRoomAgain() {
    var account = account(100, ZoneOffset.UTC).reserve(90, NO_LIMIT);
    var nearlyFull = account.store(account.reservation(90));

    assertThat(nearlyFull.isWarningDue()).isTrue();
    assertThat(nearlyFull.withQuotaWarned(true).isWarningDue()).isFalse();
    assertThat(nearlyFull.withQuotaWarned(true).free(20).quotaWarned()).isFalse();
  }

  private static Account account(long quota, ZoneId zone) {
    var owner = new UserId(new UUID(0, 1));
    return Account.opened(owner, "key", zone, quota, NOON);
  }
}
