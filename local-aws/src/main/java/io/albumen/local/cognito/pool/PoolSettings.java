package io.albumen.local.cognito.pool;

import java.time.Duration;
import java.util.List;

/**
 * What an operator sets on a pool and its one client. Users sign in with their e-mail address,
 * which is their only alias; Cognito makes their names. Absent users look like wrong passwords.
 *
 * @param issuer as it stands in tokens; the pool's public documents are below it
 * @param rotation whether refresh tokens are replaced at each use
 * @param rotationGrace how long a replaced refresh token still works
 */
public record PoolSettings(
    String id,
    String clientId,
    String clientSecret,
    String issuer,
    List<String> groups,
    Duration accessTokenLife,
    Duration refreshTokenLife,
    boolean rotation,
    Duration rotationGrace) {

  /** Settings as the fleet has them on AWS. */
  public static PoolSettings of(
      String id, String clientId, String clientSecret, String issuer, List<String> groups) {
    return new PoolSettings(
        id,
        clientId,
        clientSecret,
        issuer,
        groups,
        Duration.ofMinutes(5),
        Duration.ofDays(30),
        true,
        Duration.ofSeconds(60));
  }

  @Override
  public String toString() {
    return "PoolSettings[" + id + "]";
  }
}
