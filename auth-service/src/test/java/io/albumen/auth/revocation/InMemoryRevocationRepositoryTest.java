package io.albumen.auth.revocation;

class InMemoryRevocationRepositoryTest extends RevocationRepositoryContract {
  private final RevocationRepository revocations = new InMemoryRevocationRepository();

  @Override
  RevocationRepository revocations() {
    return revocations;
  }
}
