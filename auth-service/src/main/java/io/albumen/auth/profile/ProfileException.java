package io.albumen.auth.profile;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** Everything that can go wrong with one's own account. */
abstract sealed class ProfileException extends DomainException {
  private ProfileException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  /** The access token outlives the account by a few minutes. */
  static final class AccountGone extends ProfileException {
    AccountGone() {
      super(ErrorKind.UNAUTHENTICATED, "account-gone", "This account does not exist any more.");
    }
  }
}
