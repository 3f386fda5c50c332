package io.albumen.auth.revocation;

import io.albumen.common.UserId;
import java.time.Instant;

/**
 * Ends the access tokens of a person.
 *
 * @param notBefore those issued earlier no longer count; a whole second, as a token's {@code iat}
 */
record Revocation(UserId user, Instant notBefore) {
  Revocation {
    if (notBefore.getNano() != 0) {
      throw new IllegalArgumentException("not a whole second");
    }
  }
}
