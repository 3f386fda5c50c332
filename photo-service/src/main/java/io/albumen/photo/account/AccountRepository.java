package io.albumen.photo.account;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Stores accounts, each found by its owner alone. */
@ApplicationScoped
class AccountRepository {

  /** Leaves an account that is already there as it is, and makes none that was closed. */
  void insertIfAbsent(Transaction transaction, Account account, Instant createdAt) {
    transaction.update(
        """
        insert into accounts (id, library_key, time_zone, quota_bytes, day_resets_at, created_at)
        select ?, ?, ?, ?, ?, ? where not exists (select from closed_accounts where id = ?)
        on conflict (id) do nothing
        """,
        account.id().value(),
        account.libraryKey(),
        account.timeZone().getId(),
        account.quotaBytes(),
        account.day().resetsAt(),
        createdAt,
        account.id().value());
  }

  /** Holds the row until the transaction ends, so that one owner's quota changes one by one. */
  Optional<Account> lock(Transaction transaction, UserId owner) {
    return transaction.find(
        "select * from accounts where id = ? for update", AccountRepository::read, owner.value());
  }

  /** Keeps an open account from being closed until the transaction ends. */
  boolean holdOpen(Transaction transaction, UserId owner) {
    return transaction
        .find(
            "select closed from accounts where id = ? for share",
            row -> !row.flag("closed"),
            owner.value())
        .orElse(false);
  }

  Optional<Account> find(Transaction transaction, UserId owner) {
    return transaction.find(
        "select * from accounts where id = ?", AccountRepository::read, owner.value());
  }

  /** Two probes of primary keys; the row of a closed account is soon gone, so both are asked. */
  Standing standing(Transaction transaction, UserId owner) {
    return transaction
        .query(
            """
            select exists (select from closed_accounts where id = ?) as closed,
              exists (select from accounts where id = ? and suspended) as suspended
            """,
            row -> standing(row),
            owner.value(),
            owner.value())
        .getFirst();
  }

  /** Unless something later is known. */
  void setTimeZone(Transaction transaction, UserId owner, ZoneId zone, Instant setAt) {
    transaction.update(
        """
        update accounts set time_zone = ?, time_zone_set_at = ?
        where id = ? and not closed and (time_zone_set_at is null or time_zone_set_at < ?)
        """,
        zone.getId(),
        setAt,
        owner.value(),
        setAt);
  }

  /** Unless something later is known. */
  void setSuspended(Transaction transaction, UserId owner, boolean suspended, Instant setAt) {
    transaction.update(
        """
        update accounts set suspended = ?, suspension_set_at = ?
        where id = ? and not closed and (suspension_set_at is null or suspension_set_at < ?)
        """,
        suspended,
        setAt,
        owner.value(),
        setAt);
  }

  /**
   * Marks the row, which waits for all that hold it, and then remembers the closing for good.
   * Closing again changes nothing.
   */
  void close(Transaction transaction, UserId owner, Instant closedAt) {
    transaction.update("update accounts set closed = true where id = ?", owner.value());
    transaction.update(
        """
        insert into closed_accounts (id, library_key, closed_at)
        select id, library_key, ? from accounts where id = ?
        on conflict (id) do nothing
        """,
        closedAt,
        owner.value());
  }

  void update(Transaction transaction, Account account) {
    transaction.update(
        """
        update accounts set time_zone = ?, storage_bytes = ?, reserved_bytes = ?,
          day_resets_at = ?, day_used_bytes = ?, day_reserved_bytes = ?, quota_warned = ?
        where id = ?
        """,
        account.timeZone().getId(),
        account.storageBytes(),
        account.reservedBytes(),
        account.day().resetsAt(),
        account.day().usedBytes(),
        account.day().reservedBytes(),
        account.quotaWarned(),
        account.id().value());
  }

  private static Account read(Row row) {
    return new Account(
        new UserId(row.uuid("id")),
        row.text("library_key"),
        ZoneId.of(row.text("time_zone")),
        row.number("quota_bytes"),
        row.number("storage_bytes"),
        row.number("reserved_bytes"),
        new Account.Day(
            row.instant("day_resets_at"),
            row.number("day_used_bytes"),
            row.number("day_reserved_bytes")),
        row.flag("quota_warned"),
        standing(row));
  }

  /** Closed for good counts before suspended. */
  private static Standing standing(Row row) {
    if (row.flag("closed")) {
      return Standing.CLOSED;
    }
    return row.flag("suspended") ? Standing.SUSPENDED : Standing.GOOD;
  }
}
