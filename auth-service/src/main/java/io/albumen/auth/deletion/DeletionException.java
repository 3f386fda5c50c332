package io.albumen.auth.deletion;

import io.albumen.common.DomainException;
import io.albumen.common.ErrorKind;

/** Everything that can go wrong with the end of an account. */
abstract sealed class DeletionException extends DomainException {
  private DeletionException(ErrorKind kind, String code, String message) {
    super(kind, code, message);
  }

  /** The access token outlives the account by a few minutes. */
  static final class AccountGone extends DeletionException {
    AccountGone() {
      super(ErrorKind.UNAUTHENTICATED, "account-gone", "This account does not exist any more.");
    }
  }

  /** Also for a receipt that is none. */
  static final class NotFound extends DeletionException {
    NotFound() {
      super(
          ErrorKind.NOT_FOUND,
          "deletion-not-found",
          "No deletion is known, or it was completed more than 30 days ago.");
    }
  }
}
