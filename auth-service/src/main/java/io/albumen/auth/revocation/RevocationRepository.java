package io.albumen.auth.revocation;

import java.time.Instant;
import java.util.List;

/** Keeps one revocation for each person, the strictest. */
interface RevocationRepository {

  /** Changes nothing where a revocation is kept that ends as many tokens. */
  void record(Revocation revocation, Instant until);

  /** Those not over yet, in no order; may lag behind a concurrent write for a moment. */
  List<Revocation> current(Instant now);

  /** Clears some of what is over; a revocation that is renewed meanwhile stays. */
  void sweep(Instant now);
}
