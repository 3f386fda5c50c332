package io.albumen.common.security;

/** Whether an account's owner may do anything. */
public enum Standing {
  GOOD,
  SUSPENDED,
  /** For good. */
  CLOSED;

  /**
   * @throws AccountException unless good
   */
  public void admit() {
    switch (this) {
      case GOOD -> {}
      case SUSPENDED -> throw new AccountException.Suspended();
      case CLOSED -> throw new AccountException.Closed();
    }
  }
}
