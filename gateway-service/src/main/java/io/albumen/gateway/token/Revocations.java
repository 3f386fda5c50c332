package io.albumen.gateway.token;

import io.albumen.common.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens have died before their time: by suspension, deletion, sign-out everywhere, a new
 * password. Kept as last heard; who is no longer named has no token left that could live.
 */
@Singleton
public class Revocations {
  private final int limit;
  private volatile Map<UserId, Long> notBefore = Map.of();

  Revocations(TokenGateConfig config) {
    this.limit = config.maxRevocations();
  }

  /** Tokens of the person issued before that are dead. */
  public record Revocation(UserId userId, Instant notBefore) {}

  /**
   * In place of what was known.
   *
   * @throws IllegalArgumentException for a list longer than configured; what was known stays
   */
  public void replace(List<Revocation> latest) {
    if (latest.size() > limit) {
      throw new IllegalArgumentException("more revocations than gateway.tokens.max-revocations");
    }
    var next = new HashMap<UserId, Long>(latest.size() * 2);
    for (var revocation : latest) {
      next.merge(revocation.userId(), revocation.notBefore().getEpochSecond(), Math::max);
    }
    notBefore = next;
  }

  boolean cover(Verdict.Good token) {
    @Nullable Long since = notBefore.get(token.user());
    return since != null && token.issuedAt() < since;
  }
}
