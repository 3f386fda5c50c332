package io.albumen.auth.announcement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.auth.pool.PoolUser;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Publishes on EventBridge. */
@ApplicationScoped
class BusAccountEvents implements AccountEvents {
  private static final String VERIFIED = "UserVerified";
  private static final String PROFILE_CHANGED = "UserProfileChanged";
  private static final String SECURITY = "SecurityEvent";
  private static final String DELETION_REQUESTED = "UserDeletionRequested";
  private static final String DELETED = "UserDeleted";
  private static final String DELETION_COMPLETED = "UserDeletionCompleted";
  private static final String SUSPENDED = "UserSuspended";

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

  private record DeletionRequested(
      UUID userId, String email, String displayName, String locale, String receipt) {
    @Override
    public String toString() {
      return "DeletionRequested[" + userId + "]";
    }
  }

  private record Deleted(UUID userId) {}

  private record DeletionCompleted(UUID userId, String email, String displayName, String locale) {
    @Override
    public String toString() {
      return "DeletionCompleted[" + userId + "]";
    }
  }

  private record Suspended(UUID userId, boolean suspended, Instant changedAt) {}

  @Override
  public void verified(PoolUser user) {
    publish(idOf(VERIFIED, user.id()), VERIFIED, Account.of(user));
  }

  @Override
  public void profileChanged(UUID change, PoolUser user) {
    publish(change, PROFILE_CHANGED, Account.of(user));
  }

  @Override
  public void securityChanged(UUID id, UserId user, SecurityChange change) {
    publish(id, SECURITY, new Security(user.value(), change));
  }

  @Override
  public void deletionRequested(UserId user, Addressee to, String receipt) {
    publish(
        idOf(DELETION_REQUESTED, user),
        DELETION_REQUESTED,
        new DeletionRequested(user.value(), to.email(), to.displayName(), to.locale(), receipt));
  }

  @Override
  public void deleted(UserId user) {
    publish(idOf(DELETED, user), DELETED, new Deleted(user.value()));
  }

  @Override
  public void deletionCompleted(UserId user, Addressee to) {
    publish(
        idOf(DELETION_COMPLETED, user),
        DELETION_COMPLETED,
        new DeletionCompleted(user.value(), to.email(), to.displayName(), to.locale()));
  }

  @Override
  public void suspensionChanged(Suspension suspension) {
    var decision = "%s:%s".formatted(suspension.suspended(), suspension.changedAt().toEpochMilli());
    publish(
        idOf(SUSPENDED + ":" + decision, suspension.user()),
        SUSPENDED,
        new Suspended(suspension.user().value(), suspension.suspended(), suspension.changedAt()));
  }

  /** Of what befalls an account once; the id derives from the account's. */
  private static UUID idOf(String fact, UserId user) {
    return UUID.nameUUIDFromBytes((fact + ":" + user).getBytes(UTF_8));
  }

  private void publish(UUID id, String type, Object data) {
    bus.publish(List.of(Event.of(id, type, clock.instant(), data, mapper)));
  }
}
