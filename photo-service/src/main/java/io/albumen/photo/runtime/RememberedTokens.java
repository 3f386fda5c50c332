package io.albumen.photo.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Verifies a token once, and then knows it until it expires: a page of the timeline is asked for
 * with the same one many times. Whether its owner may still do anything is asked of the accounts
 * each time.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class RememberedTokens extends JWTCallerPrincipalFactory {
  private static final int REMEMBERED = 2_000;

  private final JWTCallerPrincipalFactory verifier;
  private final Cache<String, JWTCallerPrincipal> good =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Clock clock;

  @Inject
  RememberedTokens(Clock clock) {
    this(new DefaultJWTCallerPrincipalFactory(), clock);
  }

  RememberedTokens(JWTCallerPrincipalFactory verifier, Clock clock) {
    this.verifier = verifier;
    this.clock = clock;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
    var known = good.getIfPresent(token);
    if (known != null && clock.instant().getEpochSecond() < known.getExpirationTime()) {
      return known;
    }
    var verified = verifier.parse(token, settings);
    good.put(token, verified);
    return verified;
  }
}
