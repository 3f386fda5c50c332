package io.albumen.photo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.QueueMessage;
import io.albumen.photo.account.Accounts;
import io.albumen.photo.database.Database;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Stack
class EventIntakeTest {
  private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");

  @Inject EventIntake intake;
  @Inject Accounts accounts;
  @Inject Database database;
  @Inject ObjectMapper mapper;
  @Inject Traces traces;

  private final Photographer ada = Photographer.stranger();

  @Test
  void learnsTheTimeZoneBeforeTheFirstCall() throws Exception {
    var profile =
        Map.of(
            "userId", ada.id().value(),
            "email", "ada@example.com",
            "displayName", "Ada",
            "timeZone", "Asia/Tokyo");

    take("UserVerified", NOON, profile);

    var account = accounts.get(ada.id());
    assertThat(account.timeZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(account.day().resetsAt().toString()).endsWith("T15:00:00Z");
  }

  @Test
  void countsInANewTimeZoneFromTheNextReset() throws Exception {
    var resetsAt = accounts.get(ada.id()).day().resetsAt();

    changeZone("Pacific/Kiritimati", NOON);

    assertThat(accounts.get(ada.id()).day().resetsAt()).isEqualTo(resetsAt);
    assertThat(accounts.get(ada.id()).timeZone()).isEqualTo(ZoneId.of("Pacific/Kiritimati"));
  }

  @Test
  void believesTheLatestProfileInWhicheverOrderTheyCome() throws Exception {
    changeZone("Europe/Berlin", NOON.plusSeconds(1));
    changeZone("Asia/Tokyo", NOON);
    changeZone("Europe/Berlin", NOON.plusSeconds(1));

    assertThat(accounts.get(ada.id()).timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mars/Olympus", "../../etc/passwd", "UTC+99"})
  void ignoresATimeZoneThatThereIsNot(String zone) throws Exception {
    changeZone("Europe/Berlin", NOON);

    changeZone(zone, NOON.plusSeconds(1));

    assertThat(accounts.get(ada.id()).timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void suspendsWhoHasNeverCalled() throws Exception {
    suspend(true, NOON);

    ada.request().get("/api/v1/usage").then().statusCode(403);
  }

  @Test
  void believesTheLatestSuspension() throws Exception {
    suspend(false, NOON.plusSeconds(1));
    suspend(true, NOON);

    ada.get("/api/v1/usage");
  }

  @Test
  void attack48BringsNobodyBackByALateMessage() throws Exception {
    ada.get("/api/v1/usage");
    take("UserDeleted", NOON, Map.of("userId", ada.id().value()));
    traces.awaitErased(ada.id());

    changeZone("Europe/Berlin", NOON.plusSeconds(1));
    suspend(false, NOON.plusSeconds(1));

    assertThat(traces.tables(ada.id())).doesNotContain("accounts");
    ada.request().get("/api/v1/usage").then().statusCode(403);
  }

  @Test
  void ignoresWhatItDoesNotKnow() throws Exception {
    take("SomethingNew", NOON, Map.of("userId", ada.id().value()));

    assertThat(traces.tables(ada.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"type\":\"UserDeleted\",\"occurredAt\":\"2026-03-28T12:00:00Z\"}",
        "{\"type\":\"UserDeleted\",\"occurredAt\":\"2026-03-28T12:00:00Z\",\"data\":null}",
        "{\"type\":\"UserDeleted\",\"occurredAt\":\"2026-03-28T12:00:00Z\",\"data\":{}}",
        "{\"type\":\"UserDeleted\",\"occurredAt\":\"2026-03-28T12:00:00Z\",\"data\":[1]}",
        "{\"type\":\"UserDeleted\",\"occurredAt\":\"x\",\"data\":{}}"
      })
  void attack50LeavesMalformedMessagesToTheDeadLetters(String body) {
    var message = new QueueMessage("1", body, 1);

    assertThatThrownBy(() -> intake.take(message)).isInstanceOf(EventIntake.NotUnderstood.class);
    intake.takeDeadLetter(message);
  }

  @Test
  void refusesASuspensionThatDoesNotSayWhich() {
    var data = Map.of("userId", ada.id().value(), "changedAt", NOON);

    assertThatThrownBy(() -> take("UserSuspended", NOON, data))
        .isInstanceOf(EventIntake.NotUnderstood.class);
  }

  @Test
  void takesADeadLetterThatCanBeTakenByNow() {
    var data = Map.of("userId", ada.id().value(), "suspended", true, "changedAt", NOON);

    intake.takeDeadLetter(message("UserSuspended", NOON, data));

    ada.request().get("/api/v1/usage").then().statusCode(403);
  }

  private void changeZone(String zone, Instant at) throws EventIntake.NotUnderstood {
    take("UserProfileChanged", at, Map.of("userId", ada.id().value(), "timeZone", zone));
  }

  private void suspend(boolean suspended, Instant at) throws EventIntake.NotUnderstood {
    take(
        "UserSuspended",
        at,
        Map.of("userId", ada.id().value(), "suspended", suspended, "changedAt", at));
  }

  private void take(String type, Instant at, Object data) throws EventIntake.NotUnderstood {
    intake.take(message(type, at, data));
  }

  private QueueMessage message(String type, Instant at, Object data) {
    var event = Event.of(UUID.randomUUID(), type, at, data, mapper);
    return new QueueMessage("1", event.toJson(mapper), 1);
  }
}
