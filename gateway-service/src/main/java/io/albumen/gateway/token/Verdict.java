package io.albumen.gateway.token;

import io.albumen.common.UserId;

/** What a look at a bearer token told. */
public sealed interface Verdict {
  /**
   * A live access token of our client.
   *
   * @param issuedAt in seconds since the epoch
   * @param expiresAt in seconds since the epoch; from then on the verdict is void
   */
  record Good(UserId user, long issuedAt, long expiresAt) implements Verdict {}

  record Bad() implements Verdict {}

  /** The pool's keys cannot be had now, so nobody can tell. */
  record Undecided() implements Verdict {}

  Bad BAD = new Bad();
  Undecided UNDECIDED = new Undecided();
}
