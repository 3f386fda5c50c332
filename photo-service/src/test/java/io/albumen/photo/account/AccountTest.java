package io.albumen.photo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albumen.common.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
  private static final long NO_LIMIT = Long.MAX_VALUE;
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns", "Europe/Berlin");

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
  void endsTheDayRightWhenClocksGoBack() {
    var account =
        account(100, ZoneId.of("Europe/Berlin")).at(Instant.parse("2026-10-24T22:00:00Z"));

    assertThat(account.day().resetsAt()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  /** There, midnight of that day is none: clocks go from 23:59 to 1:00. */
  @Test
  void endsTheDayWhereMidnightIsLeftOut() {
    var account = account(100, ZoneId.of("Asia/Beirut"));

    assertThat(account.at(NOON).day().resetsAt()).isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
  }

  @Test
  void aNewZoneHoldsFromTheNextMidnightOfTheOldOne() {
    var moved = moved(account(100, ZoneOffset.UTC).reserve(40, NO_LIMIT), "Asia/Tokyo");

    assertThat(moved.at(NOON.plus(Duration.ofHours(4))).day().reservedBytes()).isEqualTo(40);
    assertThat(moved.at(Instant.parse("2026-03-29T00:00:00Z")).day())
        .isEqualTo(new Account.Day(Instant.parse("2026-03-29T15:00:00Z"), 0, 0));
  }

  @Test
  void attack33WhoeverMovesFromZoneToZoneGainsNoDays() {
    var account = account(1000, ZoneOffset.UTC);
    var days = 0;
    for (var hour = 0; hour < 10 * 24; hour++) {
      var now = NOON.plus(Duration.ofHours(hour));
      var begins = account.at(now);
      days += begins.equals(account) ? 0 : 1;
      var offset =
          ZoneOffset.ofHours(Math.floorMod(35 - now.atZone(ZoneOffset.UTC).getHour(), 24) - 12);
      account = moved(begins, offset.getId()); // where it is eleven at night
    }

    assertThat(days).isLessThanOrEqualTo(20);
  }

  /** Whatever happens in which order, at whatever time, wherever its owner moves. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void attack33CountsWhatIsThereAndOnItsWay(long seed) {
    var random = new Random(seed);
    var account = account(1000, ZoneOffset.UTC);
    var now = NOON;
    var stored = 0L;
    var onTheirWay = new ArrayList<Account.Reservation>();
    for (var step = 0; step < 2000; step++) {
      now = now.plusSeconds(random.nextInt(7200));
      account = account.at(now);
      switch (random.nextInt(5)) {
        case 0 -> account = moved(account, ZONES.get(random.nextInt(ZONES.size())));
        case 1, 2 -> {
          try {
            var bytes = 1 + random.nextInt(200);
            account = account.reserve(bytes, 300);
            onTheirWay.add(account.reservation(bytes));
          } catch (QuotaException e) {
            assertThat(account.reservedBytes() + stored + account.day().usedBytes()).isPositive();
          }
        }
        case 3 -> {
          if (!onTheirWay.isEmpty()) {
            var done = onTheirWay.remove(random.nextInt(onTheirWay.size()));
            account = account.store(done);
            stored += done.bytes();
          }
        }
        default -> {
          if (!onTheirWay.isEmpty()) {
            account = account.release(onTheirWay.remove(random.nextInt(onTheirWay.size())));
          } else if (stored > 0) {
            account = account.free(stored);
            stored = 0;
          }
        }
      }
      var today = account.day();
      var waitedFor = onTheirWay.stream().mapToLong(Account.Reservation::bytes).sum();
      var ofToday =
          onTheirWay.stream()
              .filter(one -> one.day().equals(today.resetsAt()))
              .mapToLong(Account.Reservation::bytes)
              .sum();
      assertThat(account.storageBytes()).isEqualTo(stored);
      assertThat(account.reservedBytes()).isEqualTo(waitedFor);
      assertThat(stored + waitedFor).isLessThanOrEqualTo(1000);
      assertThat(today.reservedBytes()).isEqualTo(ofToday);
      assertThat(today.usedBytes()).isNotNegative();
      assertThat(today.usedBytes() + today.reservedBytes()).isLessThanOrEqualTo(300);
      assertThat(today.resetsAt()).isAfter(now);
    }
  }

  private static Account moved(Account account, String zone) {
    return new Account(
        account.id(),
        account.libraryKey(),
        ZoneId.of(zone),
        account.quotaBytes(),
        account.storageBytes(),
        account.reservedBytes(),
        account.day(),
        account.quotaWarned(),
        account.standing());
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
