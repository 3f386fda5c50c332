package io.albumen.common.security;

import io.albumen.common.UserId;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The service that sent the request, and the person it acts for. */
@RequestScoped
public class ServiceCaller {
  private ServiceTokens.@Nullable Verified verified;

  void set(ServiceTokens.Verified caller) {
    verified = caller;
  }

  public String service() {
    return verified().service();
  }

  /** The person the call is for; a call that the service makes for itself is refused. */
  public UserId userId() {
    var user = verified().userId();
    if (user == null) {
      throw new ServiceTokens.Refused();
    }
    return user;
  }

  private ServiceTokens.Verified verified() {
    if (verified == null) {
      throw new IllegalStateException("no service call: is @ServiceCall missing?");
    }
    return verified;
  }
}
