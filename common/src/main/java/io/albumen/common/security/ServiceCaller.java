package io.albumen.common.security;

import io.albumen.common.UserId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
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
    return person().orElseThrow(ServiceTokens.Refused::new);
  }

  /** None when the service calls for itself. */
  Optional<UserId> person() {
    return Optional.ofNullable(verified().userId());
  }

  private ServiceTokens.Verified verified() {
    if (verified == null) {
      throw new IllegalStateException("no service call: is @ServiceCall missing?");
    }
    return verified;
  }
}
