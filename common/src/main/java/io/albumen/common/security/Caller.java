package io.albumen.common.security;

import io.albumen.common.UserId;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person who sent the request, as their verified access token names them. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  public Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * @throws UnauthorizedException if nobody is signed in
   */
  public UserId userId() {
    if (identity.isAnonymous()) {
      throw new UnauthorizedException();
    }
    return UserId.fromString(
        identity.getPrincipal() instanceof JsonWebToken token
            ? token.getSubject()
            : identity.getPrincipal().getName());
  }

  /** Cognito groups, as {@code moderator} and {@code admin}. */
  public Set<String> roles() {
    return identity.getRoles();
  }

  /**
   * The raw access token, for calls to Cognito on the person's behalf.
   *
   * @throws UnauthorizedException if there is none
   */
  public String token() {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return token.getRawToken();
    }
    throw new UnauthorizedException();
  }
}
