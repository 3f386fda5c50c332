package io.albumen.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells good bearer tokens from bad ones. Whether one is needed, the service decides. What was
 * found good is remembered until it expires, so that only the first look costs; revocations are
 * asked every time.
 */
@Singleton
public class TokenGate {
  private static final String SCHEME = "Bearer ";
  private static final int MAX_LENGTH = 8192;
  private final TokenVerifier verifier;
  private final Revocations revocations;
  private final Clock clock;
  private final Cache<String, Verdict.Good> good;
  private final Semaphore looks;

  TokenGate(TokenVerifier verifier, Revocations revocations, TokenGateConfig config, Clock clock) {
    this.verifier = verifier;
    this.revocations = revocations;
    this.clock = clock;
    this.looks = new Semaphore(config.maxPending());
    this.good =
        Caffeine.newBuilder()
            .maximumSize(config.cacheSize())
            .expireAfter(Expiry.creating((String _, Verdict.Good token) -> left(token)))
            .executor(Runnable::run)
            .build();
  }

  private Duration left(Verdict.Good token) {
    return Duration.ofMillis(
        Math.max(0, TimeUnit.SECONDS.toMillis(token.expiresAt()) - clock.millis()));
  }

  /**
   * The verdict on a token seen before, at once.
   *
   * @param authorization the header's value
   * @return null for one that {@link #look} has to be taken at
   */
  public @Nullable Verdict known(String authorization) {
    var known = good.getIfPresent(authorization);
    return known == null ? null : judge(known);
  }

  /** Never blocks. */
  public Future<Verdict> look(String authorization) {
    var token = bearer(authorization);
    if (token == null) {
      return Future.succeededFuture(Verdict.BAD);
    }
    if (!looks.tryAcquire()) {
      return Future.succeededFuture(Verdict.UNDECIDED);
    }
    return verifier
        .verify(token)
        .onComplete(_ -> looks.release())
        .map(verdict -> remember(authorization, verdict));
  }

  private Verdict remember(String authorization, Verdict verdict) {
    if (!(verdict instanceof Verdict.Good token)) {
      return verdict;
    }
    good.put(authorization, token);
    return judge(token);
  }

  private Verdict judge(Verdict.Good token) {
    var alive = TimeUnit.MILLISECONDS.toSeconds(clock.millis()) < token.expiresAt();
    return alive && !revocations.cover(token) ? token : Verdict.BAD;
  }

  /** The token of a header in the one form that has one (RFC 6750 §2.1). */
  private static @Nullable String bearer(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    var token = authorization.substring(SCHEME.length()).stripLeading();
    return token.length() <= MAX_LENGTH && token.chars().allMatch(TokenGate::isTokenCharacter)
        ? token
        : null;
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '=';
  }
}
