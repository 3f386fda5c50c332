package io.albumen.auth.pool;

/** A password on its way to the pool; its text is shown to nobody else. */
public record Password(String value) {
  @Override
  public String toString() {
    return "Password[…]";
  }
}
