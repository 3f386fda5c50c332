package io.albumen.video.intake;

import static io.albumen.video.film.Films.ADA;
import static io.albumen.video.film.Films.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.JsonConventions;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.QueueMessage;
import io.albumen.common.security.Standing;
import io.albumen.video.account.InMemoryAccountRepository;
import io.albumen.video.closing.Closings;
import io.albumen.video.film.InMemoryVideoRepository;
import io.albumen.video.lifecycle.RecordingPublisher;
import io.albumen.video.storage.InMemoryFilmStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EventIntakeTest {
  static final List<String> POISON =
      List.of(
          "",
          "null",
          "nonsense",
          "[]",
          "{}",
          "{\"type\":\"UserDeleted\"}",
          "{\"type\":\"UserDeleted\",\"data\":{}}",
          "{\"type\":\"UserDeleted\",\"data\":{\"userId\":\"nobody\"}}",
          "{\"type\":\"UserSuspended\",\"data\":{\"userId\":\"0a000000-0000-4000-8000-000000000001\"}}");

  private final ObjectMapper mapper = JsonConventions.mapper();
  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository();
  private final InMemoryVideoRepository videos = new InMemoryVideoRepository();
  private final RecordingPublisher bus = new RecordingPublisher();
  private final EventIntake intake =
      new EventIntake(
          Closings.suspension(accounts, videos, clock),
          Closings.erasure(accounts, videos, new InMemoryFilmStore(), bus, clock),
          mapper);

  private QueueMessage message(String type, Map<String, Object> data) {
    var event = Event.of(UUID.randomUUID(), type, NOON, data, mapper);
    return new QueueMessage("1", event.toJson(mapper), 1);
  }

  private QueueMessage suspended(boolean suspended, int second) {
    return message(
        "UserSuspended",
        Map.of(
            "userId", ADA.value(), "suspended", suspended, "changedAt", NOON.plusSeconds(second)));
  }

  @Test
  void suspendsAndEndsThatInAnyOrder() throws Exception {
    intake.take(suspended(true, 1));
    assertThat(accounts.standing(ADA)).isEqualTo(Standing.SUSPENDED);

    intake.take(suspended(false, 3));
    intake.take(suspended(true, 2));

    assertThat(accounts.standing(ADA)).isEqualTo(Standing.GOOD);
  }

  @Test
  void erasesAndAnswersEachTime() throws Exception {
    var deleted = message("UserDeleted", Map.of("userId", ADA.value()));

    intake.take(deleted);
    intake.take(deleted);
    intake.take(suspended(false, 9));

    assertThat(accounts.standing(ADA)).isEqualTo(Standing.CLOSED);
    assertThat(bus.events()).hasSize(2);
  }

  @Test
  void ignoresEventsItDoesNotKnow() {
    assertThatCode(() -> intake.take(message("MediaPurged", Map.of("mediaIds", List.of()))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @FieldSource("POISON")
  void attack50PoisonFailsUntilItIsDropped(String body) {
    var message = new QueueMessage("1", body, 1);

    assertThatThrownBy(() -> intake.take(message)).isInstanceOf(JsonProcessingException.class);
    assertThatCode(() -> intake.takeDeadLetter(message)).doesNotThrowAnyException();
  }

  @Test
  void takesADeadLetterAfterAll() {
    intake.takeDeadLetter(message("UserDeleted", Map.of("userId", ADA.value())));

    assertThat(accounts.standing(ADA)).isEqualTo(Standing.CLOSED);
  }
}
