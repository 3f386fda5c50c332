package io.albumen.common.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses what Cognito signed for another purpose: ID tokens, and tokens of another app client.
 * Signature, issuer and expiry are checked before, by MicroProfile JWT.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html">Cognito:
 *     verifying JSON web tokens</a>
 */
@Singleton
public class AccessTokenPolicy implements SecurityIdentityAugmentor {
  private final TokenConfig config;

  public AccessTokenPolicy(TokenConfig config) {
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.getPrincipal() instanceof JsonWebToken token && !isOurs(token)) {
      return Uni.createFrom().failure(new AuthenticationFailedException("not our access token"));
    }
    return Uni.createFrom().item(identity);
  }

  /** Whether a token that is validly signed is an access token for our client. */
  public boolean isOurs(JsonWebToken token) {
    return "access".equals(token.getClaim("token_use"))
        && config.clientId().equals(token.getClaim("client_id"))
        && token.getSubject() != null;
  }
}
