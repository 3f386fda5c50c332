package io.albumen.auth.revocation;

import io.albumen.auth.Lifeline;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Revocations in a map. */
@Alternative
@ApplicationScoped
public class InMemoryRevocationRepository implements RevocationRepository {
  private final Lifeline life;
  private final Map<UserId, Kept> items = new HashMap<>();

  public InMemoryRevocationRepository() {
    this(new Lifeline());
  }

  InMemoryRevocationRepository(Lifeline life) {
    this.life = life;
  }

  private record Kept(Revocation revocation, Instant until) {}

  public void clear() {
    items.clear();
  }

  /** From when on this person's tokens count, if any were revoked. */
  public Optional<Instant> notBefore(UserId user) {
    return Optional.ofNullable(items.get(user)).map(kept -> kept.revocation().notBefore());
  }

  @Override
  public void record(Revocation revocation, Instant until) {
    items.merge(
        revocation.user(),
        new Kept(revocation, until),
        (old, now) ->
            now.revocation().notBefore().isAfter(old.revocation().notBefore()) ? now : old);
    life.step();
  }

  @Override
  public List<Revocation> current(Instant now) {
    return items.values().stream()
        .filter(kept -> kept.until().isAfter(now))
        .map(Kept::revocation)
        .toList();
  }

  @Override
  public void sweep(Instant now) {
    items.values().removeIf(kept -> !kept.until().isAfter(now));
  }
}
