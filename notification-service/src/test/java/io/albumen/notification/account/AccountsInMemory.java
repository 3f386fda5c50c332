package io.albumen.notification.account;

import io.albumen.common.UserId;
import io.albumen.notification.CrashPoint;
import io.albumen.notification.TestConfig;
import java.time.Clock;
import java.util.Map;

/** The feature on a fake store, for the tests of others. */
public final class AccountsInMemory {
  public final AccountService service;
  private final AccountRepository accounts;

  public AccountsInMemory(CrashPoint crash, Clock clock) {
    this.accounts = new InMemoryAccountRepository(crash);
    this.service =
        new AccountService(accounts, TestConfig.of(AccountConfig.class, Map.of()), clock);
  }

  public boolean isErased(UserId user) {
    return accounts.find(user) instanceof Account.Erased;
  }
}
