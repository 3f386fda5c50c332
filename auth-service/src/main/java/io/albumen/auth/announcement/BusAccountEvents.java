package io.albumen.auth.announcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.auth.pool.PoolUser;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Publishes on EventBridge. */
@ApplicationScoped
class BusAccountEvents implements AccountEvents {
  private static final String VERIFIED = "UserVerified";
  private static final String PROFILE_CHANGED = "UserProfileChanged";
  private static final String SECURITY = "SecurityEvent";

  private final EventBus bus;
  private final ObjectMapper mapper;
  private final Clock clock;

  BusAccountEvents(EventBus bus, ObjectMapper mapper, Clock clock) {
    this.bus = bus;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** Data of what is told of profiles; its schemas lie in {@code contracts/events}. */
  record Account(UUID userId, String email, String displayName, String locale, String timeZone) {
    static Account of(PoolUser user) {
      var profile = user.profile();
      return new Account(
          user.id().value(),
          user.email().value(),
          profile.displayName(),
          profile.locale(),
          profile.timeZone());
    }

    @Override
    public String toString() {
      return "Account[" + userId + "]";
    }
  }

  private record Security(UUID userId, SecurityChange kind) {}

  @Override
  public void verified(PoolUser user) {
    var id = UUID.nameUUIDFromBytes((VERIFIED + ":" + user.id()).getBytes(UTF_8));
    publish(id, VERIFIED, Account.of(user));
  }

  @Override
  public void profileChanged(UUID change, PoolUser user) {
    publish(change, PROFILE_CHANGED, Account.of(user));
  }

  @Override
  public void securityChanged(UUID id, UserId user, SecurityChange change) {
    publish(id, SECURITY, new Security(user.value(), change));
  }

  private void publish(UUID id, String type, Object data) {
    bus.publish(List.of(Event.of(id, type, clock.instant(), data, mapper)));
  }
}
