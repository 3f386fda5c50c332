package io.albumen.gateway.token;

import io.albumen.common.security.AccessTokenPolicy;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells good bearer tokens from bad ones. Whether one is needed, the service decides. */
@ApplicationScoped
public class TokenGate {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9_=.-]{1,8192})", Pattern.CASE_INSENSITIVE);
  private final JWTParser parser;
  private final AccessTokenPolicy policy;

  TokenGate(JWTParser parser, AccessTokenPolicy policy) {
    this.parser = parser;
    this.policy = policy;
  }

  public enum Verdict {
    /** No token: on to the service as it is. */
    ANONYMOUS,
    GOOD,
    BAD,
    /** The pool's keys cannot be had now, so nobody can tell. */
    UNDECIDED
  }

  /**
   * Blocks while the pool's keys are fetched.
   *
   * @param authorization the header's value
   */
  public Verdict check(@Nullable String authorization) {
    if (authorization == null) {
      return Verdict.ANONYMOUS;
    }
    var bearer = BEARER.matcher(authorization);
    if (!bearer.matches()) {
      return Verdict.BAD;
    }
    try {
      return policy.isOurs(parser.parse(bearer.group(1))) ? Verdict.GOOD : Verdict.BAD;
    } catch (ParseException e) {
      return keysUnreachable(e) ? Verdict.UNDECIDED : Verdict.BAD;
    }
  }

  private static boolean keysUnreachable(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(IOException.class::isInstance);
  }
}
