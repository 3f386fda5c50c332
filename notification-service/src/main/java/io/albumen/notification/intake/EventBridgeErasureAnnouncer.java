package io.albumen.notification.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Publishes {@code UserDataErased}, with the same id for the same user. */
@ApplicationScoped
class EventBridgeErasureAnnouncer implements EventIntake.ErasureAnnouncer {
  private static final String SERVICE = "notification-service";
  private final EventBus bus;
  private final ObjectMapper mapper;
  private final Clock clock;

  EventBridgeErasureAnnouncer(EventBus bus, ObjectMapper mapper, Clock clock) {
    this.bus = bus;
    this.mapper = mapper;
    this.clock = clock;
  }

  private record UserDataErased(UUID userId, String service) {}

  @Override
  public void announce(UserId user) {
    var id =
        UUID.nameUUIDFromBytes((SERVICE + " " + user.value()).getBytes(StandardCharsets.UTF_8));
    bus.publish(
        List.of(
            Event.of(
                id,
                "UserDataErased",
                clock.instant(),
                new UserDataErased(user.value(), SERVICE),
                mapper)));
  }
}
