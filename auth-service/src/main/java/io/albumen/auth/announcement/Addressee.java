package io.albumen.auth.announcement;

import io.albumen.auth.pool.PoolUser;

/**
 * To whom a mail goes when no service may know the account any more.
 *
 * @param locale BCP 47
 */
public record Addressee(String email, String displayName, String locale) {

  public static Addressee of(PoolUser user) {
    return new Addressee(
        user.email().value(), user.profile().displayName(), user.profile().locale());
  }

  /** Names and addresses never reach a log by way of a value's text. */
  @Override
  public String toString() {
    return "Addressee[…]";
  }
}
