package io.albumen.video.account;

import io.albumen.common.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns away every call of somebody whose account is suspended or closed: tokens live on for
 * minutes after either.
 */
class AccountGate {
  private final AccountRepository accounts;
  private final SecurityIdentity identity;
  private final Caller caller;

  AccountGate(AccountRepository accounts, SecurityIdentity identity, Caller caller) {
    this.accounts = accounts;
    this.identity = identity;
    this.caller = caller;
  }

  /** After tokens are verified. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void admit() {
    if (!identity.isAnonymous()) {
      accounts.find(caller.userId()).admit();
    }
  }
}
