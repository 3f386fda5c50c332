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

  public UserId userId() {
    return verified().userId();
  }

  private ServiceTokens.Verified verified() {
    if (verified == null) {
      throw new IllegalStateException("no service call: is @ServiceCall missing?");
    }
    return verified;
  }
}
