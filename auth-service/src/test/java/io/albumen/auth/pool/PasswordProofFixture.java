package io.albumen.auth.pool;

/** Proofs on a fake pool, for the tests of the features that want one. */
public final class PasswordProofFixture {
  private PasswordProofFixture() {}

  public static PasswordProof on(UserPool pool) {
    return new PasswordProof(pool);
  }
}
