package io.albumen.common.security;

import io.smallrye.config.ConfigMapping;

/** The user pool whose access tokens are accepted. */
@ConfigMapping(prefix = "albumen.tokens")
public interface TokenConfig {
  /** {@code iss} of the pool's tokens. */
  String issuer();

  /** Where the pool publishes its signing keys (RFC 7517). */
  String jwksUrl();

  /** The app client; access tokens of another client are refused. */
  String clientId();
}
