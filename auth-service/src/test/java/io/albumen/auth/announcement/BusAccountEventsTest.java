package io.albumen.auth.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.auth.SteppingClock;
import io.albumen.auth.pool.EmailAddress;
import io.albumen.auth.pool.PoolUser;
import io.albumen.auth.pool.Profile;
import io.albumen.common.JsonConventions;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.EventBus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class BusAccountEventsTest {
  private static final PoolUser ADA =
      new PoolUser(
          UserId.fromString("018f3f9e-0000-7000-8000-000000000001"),
          EmailAddress.of("ada@example.com"),
          true,
          new Profile("Ada", "pt-BR", "Europe/Lisbon"),
          false,
          Instant.EPOCH);

  private final ObjectMapper mapper = JsonConventions.mapper();
  private final List<Event> published = new ArrayList<>();
  private final AccountEvents events =
      new BusAccountEvents(new RecordingBus(), mapper, new SteppingClock());

  @Test
  void tellsConsumersWhatTheyKeepOfAnAccount() {
    events.verified(ADA);

    assertThat(published.getFirst().data().toString())
        .isEqualTo(
            "{\"userId\":\"018f3f9e-0000-7000-8000-000000000001\",\"email\":\"ada@example.com\","
                + "\"displayName\":\"Ada\",\"locale\":\"pt-BR\",\"timeZone\":\"Europe/Lisbon\"}");
  }

  @Test
  void tellsTheSameVerificationUnderTheSameId() {
    events.verified(ADA);
    events.verified(ADA);

    assertThat(published).extracting(Event::id).containsOnly(published.getFirst().id());
  }

  @Test
  void tellsAChangeUnderItsOwnId() {
    var change = UUID.randomUUID();

    events.profileChanged(change, ADA);

    assertThat(published)
        .extracting(Event::type, Event::id)
        .containsExactly(tuple("UserProfileChanged", change));
  }

  @Test
  void tellsWhatChangedAboutTheSecurityOfAnAccount() {
    var id = UUID.randomUUID();

    events.securityChanged(id, ADA.id(), SecurityChange.MFA_DISABLED);

    assertThat(published.getFirst().data().toString())
        .isEqualTo(
            "{\"userId\":\"018f3f9e-0000-7000-8000-000000000001\",\"kind\":\"MFA_DISABLED\"}");
  }

  private final class RecordingBus extends EventBus {
    RecordingBus() {
      super(
          EventBridgeClient.builder().region(Region.EU_WEST_1).build(),
          "albumen",
          "auth-service",
          mapper);
    }

    @Override
    public void publish(List<Event> events) {
      published.addAll(events);
    }
  }
}
