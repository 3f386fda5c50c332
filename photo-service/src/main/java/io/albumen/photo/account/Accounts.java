package io.albumen.photo.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.common.security.AccountException;
import io.albumen.common.security.AccountStandings;
import io.albumen.common.security.Standing;
import io.albumen.photo.database.Database;
import io.albumen.photo.database.Transaction;
import io.albumen.photo.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Accounts, made on their owner's first call. */
@ApplicationScoped
public class Accounts implements AccountStandings {
  private static final int REMEMBERED = 10_000;

  private final Cache<UserId, String> libraryKeys =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

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
   * For what an owner does themselves: the account as it stands today, locked until the transaction
   * ends. A transaction that also locks other rows takes this lock first.
   *
   * @throws AccountException when it is suspended or closed
   */
  public Account lock(Transaction transaction, UserId owner) {
    var account =
        accounts
            .lock(transaction, owner)
            .or(
                () -> {
                  make(transaction, owner, ZoneOffset.UTC);
                  return accounts.lock(transaction, owner);
                })
            .orElseThrow(AccountException.Closed::new);
    account.standing().admit();
    return account.at(clock.instant());
  }

  /**
   * As {@link #lock}, for what is done in the background, which a suspension doesn't stop.
   *
   * @return none when it is closed, and all that is left to do is to erase
   */
  public Optional<Account> lockUnlessClosed(Transaction transaction, UserId owner) {
    return accounts
        .lock(transaction, owner)
        .filter(account -> account.standing() != Standing.CLOSED)
        .map(account -> account.at(clock.instant()));
  }

  /** Whether all that is left to do is to erase. */
  public boolean isClosed(Transaction transaction, UserId owner) {
    return accounts.standing(transaction, owner) == Standing.CLOSED;
  }

  /**
   * Keeps the account from being closed until the transaction ends; for what doesn't change it.
   *
   * @return false when it is closed already
   */
  public boolean holdUnlessClosed(Transaction transaction, UserId owner) {
    return accounts.holdOpen(transaction, owner);
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
    return accounts
        .find(transaction, owner)
        .map(Account::libraryKey)
        .orElseThrow(() -> new IllegalStateException("no account " + owner));
  }

  /**
   * As {@link #libraryKey(Transaction, UserId)}; the account is made if need be. An account's key
   * never changes, so it is remembered.
   */
  public String libraryKey(UserId owner) {
    var known = libraryKeys.getIfPresent(owner);
    if (known != null) {
      return known;
    }
    var read = get(owner).libraryKey();
    libraryKeys.put(owner, read);
    return read;
  }

  public long dailyLimitBytes() {
    return config.dailyLimit().asLongValue();
  }

  /** As it stands today. */
  public Account get(UserId owner) {
    return database
        .read(reading -> accounts.find(reading, owner))
        .orElseGet(() -> database.inTransaction(transaction -> findOrMake(transaction, owner)))
        .at(clock.instant());
  }

  @Override
  public Standing standing(UserId owner) {
    return database.read(reading -> accounts.standing(reading, owner));
  }

  /**
   * Takes effect for the daily limit from the next reset, even if its owner has never called.
   *
   * @param setAt of what was set at various times the latest holds, in whichever order it is told
   */
  public void changeTimeZone(UserId owner, ZoneId zone, Instant setAt) {
    database.transact(
        transaction -> {
          make(transaction, owner, zone);
          accounts.setTimeZone(transaction, owner, zone, setAt);
        });
  }

  /**
   * Suspends an account or gives it back. What was uploaded before is still processed.
   *
   * @param setAt as for {@link #changeTimeZone}
   */
  public void suspend(UserId owner, boolean suspended, Instant setAt) {
    database.transact(
        transaction -> {
          make(transaction, owner, ZoneOffset.UTC);
          accounts.setSuspended(transaction, owner, suspended, setAt);
        });
  }

  /**
   * Closes an account for good, once everything that has locked it has ended: after this commits,
   * nothing is added to it any more, whatever still runs.
   */
  public void close(Transaction transaction, UserId owner) {
    make(transaction, owner, ZoneOffset.UTC);
    accounts.close(transaction, owner, clock.instant());
  }

  private Account findOrMake(Transaction transaction, UserId owner) {
    return accounts
        .find(transaction, owner)
        .or(
            () -> {
              make(transaction, owner, ZoneOffset.UTC);
              return accounts.find(transaction, owner);
            })
        .orElseThrow(AccountException.Closed::new);
  }

  /** Unless it is there, or was closed. */
  private void make(Transaction transaction, UserId owner, ZoneId zone) {
    var now = clock.instant();
    var quota = config.quota().asLongValue();
    var account = Account.opened(owner, ids.secret(), zone, quota, now);
    accounts.insertIfAbsent(transaction, account, now);
  }
}
