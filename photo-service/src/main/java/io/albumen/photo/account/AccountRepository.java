package io.albumen.photo.account;

import io.albumen.common.UserId;
import io.albumen.photo.database.Row;
import io.albumen.photo.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;

/** Stores accounts, each found by its owner alone. */
@ApplicationScoped
class AccountRepository {

  /** Leaves an account that is already there as it is. */
  void insertIfAbsent(Transaction transaction, Account account, Instant createdAt) {
    transaction.update(
        """
        insert into accounts (id, library_key, time_zone, quota_bytes, day_resets_at, created_at)
        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
        """,
        account.id().value(),
        account.libraryKey(),
        account.timeZone().getId(),
        account.quotaBytes(),
        account.day().resetsAt(),
        createdAt);
  }

  /** Holds the row until the transaction ends, so that one owner's quota changes one by one. */
  Account lock(Transaction transaction, UserId owner) {
    return transaction
        .find(
            "select * from accounts where id = ? for update",
            AccountRepository::read,
            owner.value())
        .orElseThrow(() -> new IllegalStateException("no account " + owner));
  }

  boolean exists(Transaction transaction, UserId owner) {
    return transaction
        .find(
            "select true as known from accounts where id = ?",
            row -> row.flag("known"),
            owner.value())
        .isPresent();
  }

  Account get(Transaction transaction, UserId owner) {
    return transaction
        .find("select * from accounts where id = ?", AccountRepository::read, owner.value())
        .orElseThrow(() -> new IllegalStateException("no account " + owner));
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
        row.flag("quota_warned"));
  }
}
