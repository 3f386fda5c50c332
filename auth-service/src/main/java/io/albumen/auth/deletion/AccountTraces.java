package io.albumen.auth.deletion;

import io.albumen.common.UserId;

/** What a feature of this service keeps of an account; it goes with the account. */
public interface AccountTraces {

  /** Called once nothing else can bring them back; may be called again. */
  void erase(UserId user);
}
