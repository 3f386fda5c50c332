package io.albumen.common.security;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** Why an account's owner is let do nothing, though their token still lives. */
public abstract sealed class AccountException extends DomainException {
  private AccountException(String code, String message) {
    super(ErrorKind.FORBIDDEN, code, message);
  }

  /** Taken away for now; everything it holds stays. */
  public static final class Suspended extends AccountException {
    public Suspended() {
      super("account-suspended", "This account is suspended.");
    }
  }

  /** Deleted for good. */
  public static final class Closed extends AccountException {
    public Closed() {
      super("account-closed", "This account was deleted.");
    }
  }
}
