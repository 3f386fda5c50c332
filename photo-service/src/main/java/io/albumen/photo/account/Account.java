package io.albumen.photo.account;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One user's place in the library. Bytes are reserved when an upload is announced, become stored
 * when it is complete, and come back when its row is cleared.
 *
 * @param libraryKey 128 random bits; public paths of the library's renditions begin with it
 * @param timeZone whose midnight ends the day of the daily limit
 * @param quotaWarned whether the owner was told that the quota is nearly used
 */
public record Account(
    UserId id,
    String libraryKey,
    ZoneId timeZone,
    long quotaBytes,
    long storageBytes,
    long reservedBytes,
    Day day,
    boolean quotaWarned,
    Standing standing) {
  /**
   * Or whoever moves from zone to zone, always to the next midnight, would have many days a day.
   */
  private static final Duration SHORTEST_DAY = Duration.ofHours(12);

  private static final int WARN_PERCENT = 90;
  private static final int CALM_PERCENT = 80;

  /** Without anything in it. */
  static Account opened(
      UserId id, String libraryKey, ZoneId timeZone, long quotaBytes, Instant now) {
    var day = Day.startingAt(now, timeZone);
    return new Account(id, libraryKey, timeZone, quotaBytes, 0, 0, day, false, Standing.GOOD);
  }

  /** What is uploaded between two midnights. */
  public record Day(Instant resetsAt, long usedBytes, long reservedBytes) {
    static Day startingAt(Instant now, ZoneId zone) {
      return new Day(midnightAfter(now, zone), 0, 0);
    }

    /** The one after this, whose midnight doesn't follow this one's too soon. */
    Day next(Instant now, ZoneId zone) {
      var midnight = midnightAfter(now, zone);
      var isTooSoon = midnight.isBefore(resetsAt.plus(SHORTEST_DAY));
      return new Day(isTooSoon ? midnightAfter(midnight, zone) : midnight, 0, 0);
    }

    private static Instant midnightAfter(Instant now, ZoneId zone) {
      return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /**
   * Bytes set aside for one upload.
   *
   * @param day the end of the day they count for
   */
  public record Reservation(long bytes, Instant day) {}

  /** As it stands now: past midnight a new day begins, in the time zone the account has by then. */
  Account at(Instant now) {
    return now.isBefore(day.resetsAt()) ? this : with(day.next(now, timeZone));
  }

  /**
   * Sets bytes aside, counted on the current day.
   *
   * @throws QuotaException when they are more than is left in all, or for today
   */
  public Account reserve(long bytes, long dailyLimitBytes) {
    if (bytes > quotaBytes - storageBytes - reservedBytes) {
      throw new QuotaException.Total(quotaBytes);
    }
    if (bytes > dailyLimitBytes - day.usedBytes() - day.reservedBytes()) {
      throw new QuotaException.Daily(dailyLimitBytes, day.resetsAt());
    }
    return with(new Day(day.resetsAt(), day.usedBytes(), day.reservedBytes() + bytes))
        .withBytes(storageBytes, reservedBytes + bytes);
  }

  public Reservation reservation(long bytes) {
    return new Reservation(bytes, day.resetsAt());
  }

  /** The upload is complete: what was set aside is stored. */
  public Account store(Reservation reservation) {
    var bytes = reservation.bytes();
    var counted = isToday(reservation) ? bytes : 0;
    return with(new Day(day.resetsAt(), day.usedBytes() + counted, day.reservedBytes() - counted))
        .withBytes(storageBytes + bytes, reservedBytes - bytes);
  }

  /** The upload came to nothing: what was set aside is free again. */
  public Account release(Reservation reservation) {
    var bytes = reservation.bytes();
    var counted = isToday(reservation) ? bytes : 0;
    return with(new Day(day.resetsAt(), day.usedBytes(), day.reservedBytes() - counted))
        .withBytes(storageBytes, reservedBytes - bytes);
  }

  /** Something stored is gone; the day's count stays, as the bytes did travel. */
  public Account free(long bytes) {
    var left = withBytes(storageBytes - bytes, reservedBytes);
    return left.usedPercent() < CALM_PERCENT ? left.withQuotaWarned(false) : left;
  }

  /** Whether the owner is to be told now that the quota is nearly used. */
  boolean isWarningDue() {
    return !quotaWarned && usedPercent() >= WARN_PERCENT;
  }

  private double usedPercent() {
    return quotaBytes == 0 ? 100 : storageBytes * 100.0 / quotaBytes;
  }

  private boolean isToday(Reservation reservation) {
    return reservation.day().equals(day.resetsAt());
  }

  Account withQuotaWarned(boolean warned) {
    return new Account(
        id, libraryKey, timeZone, quotaBytes, storageBytes, reservedBytes, day, warned, standing);
  }

  private Account with(Day newDay) {
    return new Account(
        id,
        libraryKey,
        timeZone,
        quotaBytes,
        storageBytes,
        reservedBytes,
        newDay,
        quotaWarned,
        standing);
  }

  private Account withBytes(long stored, long reserved) {
    return new Account(
        id, libraryKey, timeZone, quotaBytes, stored, reserved, day, quotaWarned, standing);
  }
}
