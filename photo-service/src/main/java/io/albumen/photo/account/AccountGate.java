package io.albumen.photo.account;

import io.albumen.common.security.Caller;
import io.albumen.common.security.ServiceCall;
import io.albumen.common.security.ServiceCaller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns away every call for somebody whose account is suspended or closed: their own, and those
 * that another service makes for them. Tokens live on for minutes after either.
 */
class AccountGate {
  private final Accounts accounts;
  private final SecurityIdentity identity;
  private final Caller caller;
  private final ServiceCaller serviceCaller;

  AccountGate(
      Accounts accounts, SecurityIdentity identity, Caller caller, ServiceCaller serviceCaller) {
    this.accounts = accounts;
    this.identity = identity;
    this.caller = caller;
    this.serviceCaller = serviceCaller;
  }

  /** After tokens are verified, whoever's they are. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  public void admit(ResourceInfo resource) {
    if (isServiceCall(resource)) {
      accounts.admit(serviceCaller.userId());
    } else if (!identity.isAnonymous()) {
      accounts.admit(caller.userId());
    }
  }

  private static boolean isServiceCall(ResourceInfo resource) {
    return resource.getResourceClass().isAnnotationPresent(ServiceCall.class)
        || resource.getResourceMethod().isAnnotationPresent(ServiceCall.class);
  }
}
