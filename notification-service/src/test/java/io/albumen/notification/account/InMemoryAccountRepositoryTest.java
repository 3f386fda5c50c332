package io.albumen.notification.account;

import io.albumen.notification.CrashPoint;

class InMemoryAccountRepositoryTest extends AccountRepositoryContract {
  private final AccountRepository accounts = new InMemoryAccountRepository(new CrashPoint());

  @Override
  AccountRepository accounts() {
    return accounts;
  }
}
