package io.albumen.common.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns away every call for somebody whose account is suspended or closed: their own, and those
 * that another service makes for them. Tokens live on for minutes after either. In a service
 * without {@link AccountStandings} everybody passes.
 */
public class AccountGate {
  private final Instance<AccountStandings> standings;
  private final SecurityIdentity identity;
  private final Caller caller;
  private final ServiceCaller serviceCaller;

  public AccountGate(
      Instance<AccountStandings> standings,
      SecurityIdentity identity,
      Caller caller,
      ServiceCaller serviceCaller) {
    this.standings = standings;
    this.identity = identity;
    this.caller = caller;
    this.serviceCaller = serviceCaller;
  }

  /** After tokens are verified, whoever's they are. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void admit(ResourceInfo resource) {
    if (standings.isUnsatisfied()) {
      return;
    }
    if (ServiceCallFilter.policyOf(resource).isPresent()) {
      serviceCaller.person().ifPresent(person -> standings.get().standing(person).admit());
    } else if (!identity.isAnonymous()) {
      standings.get().standing(caller.userId()).admit();
    }
  }
}
