package io.albumen.photo.account;

import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** Accounts, made on their owner's first call. */
@ApplicationScoped
public class Accounts {
  private final AccountRepository accounts;
  private final Database database;
  private final Outbox outbox;
  private final AccountConfig config;
  private final Ids ids;
  private final Clock clock;

  Accounts(
      AccountRepository accounts,
      Database database,
      Outbox outbox,
      AccountConfig config,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.database = database;
    this.outbox = outbox;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** The owner's quota is nearly used; told once, until it is well below again. */
  private record QuotaNearlyUsed(UUID ownerId, long storageBytes, long quotaBytes) {}

  /**
   * The account as it stands today, locked until the transaction ends. A transaction that also
   * locks other rows takes this lock first.
   */
  public Account lock(Transaction transaction, UserId owner) {
    return accounts.lock(ensured(transaction, owner), owner).at(clock.instant());
  }

  /** Saves a change made under {@link #lock}. */
  public void save(Transaction transaction, Account account) {
    if (account.isWarningDue()) {
      accounts.update(transaction, account.withQuotaWarned(true));
      outbox.publish(
          transaction,
          account.id(),
          new QuotaNearlyUsed(account.id().value(), account.storageBytes(), account.quotaBytes()));
    } else {
      accounts.update(transaction, account);
    }
  }

  /** First part of the public paths of the library's renditions. */
  public String libraryKey(Transaction transaction, UserId owner) {
    return accounts.get(transaction, owner).libraryKey();
  }

  public long dailyLimitBytes() {
    return config.dailyLimit().asLongValue();
  }

  /** As it stands today. */
  public Account get(UserId owner) {
    return database
        .inTransaction(transaction -> accounts.get(ensured(transaction, owner), owner))
        .at(clock.instant());
  }

  /** Takes effect for the daily limit from the next reset. */
  void changeTimeZone(UserId owner, ZoneId zone) {
    database.transact(
        transaction -> {
          var account = lock(transaction, owner);
          accounts.update(transaction, account.withTimeZone(zone));
        });
  }

  private Transaction ensured(Transaction transaction, UserId owner) {
    if (!accounts.exists(transaction, owner)) {
      var now = clock.instant();
      var zone = ZoneOffset.UTC;
      var quota = config.quota().asLongValue();
      var day = Account.Day.startingAt(now, zone);
      var account = new Account(owner, ids.secret(), zone, quota, 0, 0, day, false);
      accounts.insertIfAbsent(transaction, account, now);
    }
    return transaction;
  }
}
