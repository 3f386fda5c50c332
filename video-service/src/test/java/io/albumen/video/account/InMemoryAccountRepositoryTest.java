package io.albumen.video.account;

class InMemoryAccountRepositoryTest extends AccountRepositoryContract {
  private final AccountRepository accounts = new InMemoryAccountRepository();

  @Override
  AccountRepository accounts() {
    return accounts;
  }
}
