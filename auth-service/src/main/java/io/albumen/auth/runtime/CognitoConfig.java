package io.albumen.auth.runtime;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The user pool and the confidential app client through which this service speaks to it. */
@ConfigMapping(prefix = "albumen.cognito")
public interface CognitoConfig {
  /** Where Cognito answers; absent on AWS, where the region decides. */
  Optional<URI> endpointOverride();

  /** As {@code eu-west-1_albumen01}. */
  String userPoolId();

  String clientId();

  /** Proves to Cognito that a call comes from this service; never logged, never sent to anyone. */
  String clientSecret();
}
