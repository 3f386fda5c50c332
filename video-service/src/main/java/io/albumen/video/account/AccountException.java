package io.albumen.video.account;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** Why an account's owner is let do nothing here, though their token still lives. */
abstract sealed class AccountException extends DomainException {
  private AccountException(String code, String message) {
    super(ErrorKind.FORBIDDEN, code, message);
  }

  /** Taken away for now. */
  static final class Suspended extends AccountException {
    Suspended() {
      super("account-suspended", "This account is suspended.");
    }
  }

  /** Deleted for good. */
  static final class Closed extends AccountException {
    Closed() {
      super("account-closed", "This account was deleted.");
    }
  }
}
