package io.albumen.photo.account;

/** Whether an account's owner may do anything here. */
enum Standing {
  OPEN,
  SUSPENDED,
  CLOSED;

  /** Closed for good counts before suspended. */
  static Standing of(boolean closed, boolean suspended) {
    if (closed) {
      return CLOSED;
    }
    return suspended ? SUSPENDED : OPEN;
  }

  /**
   * @throws AccountException unless open
   */
  void admit() {
    switch (this) {
      case OPEN -> {}
      case SUSPENDED -> throw new AccountException.Suspended();
      case CLOSED -> throw new AccountException.Closed();
    }
  }
}
