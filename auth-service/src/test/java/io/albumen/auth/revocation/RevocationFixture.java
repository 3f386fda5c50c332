package io.albumen.auth.revocation;

import io.albumen.auth.Lifeline;
import io.albumen.auth.TestConfig;
import io.albumen.common.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Revocations in memory, for the tests of the features that revoke. */
public final class RevocationFixture {
  private final InMemoryRevocationRepository repository;
  private final Revocations revocations;

  public RevocationFixture(Clock clock, Lifeline life) {
    this.repository = new InMemoryRevocationRepository(life);
    this.revocations =
        new Revocations(repository, TestConfig.defaults(RevocationConfig.class), clock);
  }

  public Revocations revocations() {
    return revocations;
  }

  /** From when on this person's tokens count, if any were revoked. */
  public Optional<Instant> notBefore(UserId user) {
    return repository.notBefore(user);
  }
}
