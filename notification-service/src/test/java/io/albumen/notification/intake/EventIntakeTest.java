package io.albumen.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.JsonConventions;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.notification.CrashPoint;
import io.albumen.notification.TestClock;
import io.albumen.notification.account.AccountsInMemory;
import io.albumen.notification.account.SecurityChange;
import io.albumen.notification.inbox.InboxInMemory;
import io.albumen.notification.inbox.Notice;
import io.albumen.notification.mail.MailsInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class EventIntakeTest {
  static final List<String> POISON =
      List.of(
          "",
          "nonsense",
          "[]",
          "{}",
          "{\"id\":\"x\",\"type\":\"VideoReady\"}",
          "{\"id\":\"019f0000-0000-7000-8000-000000000001\",\"type\":\"VideoReady\","
              + "\"occurredAt\":\"2026-05-03T12:00:00Z\",\"version\":1,\"data\":{}}",
          "{\"id\":\"019f0000-0000-7000-8000-000000000001\",\"type\":\"UserVerified\","
              + "\"occurredAt\":\"2026-05-03T12:00:00Z\",\"version\":1,"
              + "\"data\":{\"userId\":\"nobody\",\"email\":1,\"displayName\":null}}");

  private final ObjectMapper mapper = JsonConventions.mapper();
  private final CrashPoint crash = new CrashPoint();
  private final TestClock clock = new TestClock();
  private final AccountsInMemory accounts = new AccountsInMemory(crash, clock);
  private final InboxInMemory inbox = new InboxInMemory(crash, clock, accounts::isErased);
  private final MailsInMemory mails = new MailsInMemory(crash, clock, accounts::isErased);
  private final List<UserId> announced = new ArrayList<>();
  private final EventIntake intake =
      new EventIntake(accounts.service, inbox.service, mails.service, announced::add, mapper);

  private final UserId ada = new UserId(UUID.randomUUID());
  private final UUID video = UUID.randomUUID();
  private final Event verified =
      event(
          "UserVerified",
          Map.of("userId", ada.value(), "email", "ada@example.com", "displayName", "Ada"));
  private final Event filmReady =
      event(
          "VideoReady",
          Map.of("videoId", video, "userId", ada.value(), "title", "Lisbon", "durationMs", 9000));

  private Event event(String type, Map<String, Object> data) {
    return Event.of(UUID.randomUUID(), type, clock.instant(), data, mapper);
  }

  private void take(Event... events) throws JsonProcessingException {
    for (var event : events) {
      intake.take(event.toJson(mapper));
    }
  }

  @Test
  void welcomesWhoeverVerifiedTheirAddress() throws Exception {
    take(verified);

    assertThat(inbox.noticesOf(ada)).containsExactly(new Notice.Welcome("Ada"));
    assertThat(mails.subjects()).containsExactly("Welcome to Albumen");
    assertThat(mails.statusOf(verified.id())).isEqualTo("SENT");
  }

  @Test
  void tellsOfAFilmByMailAndInTheApp() throws Exception {
    take(verified, filmReady);

    assertThat(inbox.noticesOf(ada))
        .contains(new Notice.VideoReady(video, "Lisbon", Duration.ofSeconds(9)));
    assertThat(mails.subjects())
        .containsExactly("Welcome to Albumen", "Your film “Lisbon” is ready");
  }

  @Test
  void tellsOfFailuresInTheAppAlone() throws Exception {
    var media = UUID.randomUUID();
    take(
        event(
            "VideoFailed",
            Map.of(
                "videoId",
                video,
                "userId",
                ada.value(),
                "title",
                "Lisbon",
                "code",
                "sources-gone",
                "detail",
                "The photos are gone.")),
        event(
            "MediaRejected",
            Map.of(
                "mediaId",
                media,
                "ownerId",
                ada.value(),
                "name",
                "a.jpg",
                "code",
                "corrupt-file",
                "detail",
                "It ends too soon.")));

    assertThat(inbox.noticesOf(ada))
        .containsExactlyInAnyOrder(
            new Notice.VideoFailed(video, "Lisbon", "sources-gone", "The photos are gone."),
            new Notice.MediaRejected(media, "a.jpg", "corrupt-file", "It ends too soon."));
    assertThat(mails.subjects()).isEmpty();
  }

  @Test
  void doesNothingTwiceForAnEventThatComesTwice() throws Exception {
    take(verified, filmReady, filmReady, verified, filmReady);

    assertThat(inbox.noticesOf(ada)).hasSize(2);
    assertThat(mails.subjects()).hasSize(2);
  }

  @Test
  void keepsAFilmsMailUntilTheAddressIsKnown() throws Exception {
    assertThatThrownBy(() -> take(filmReady)).isInstanceOf(EventIntake.TooEarly.class);
    take(verified);

    take(filmReady);

    assertThat(inbox.noticesOf(ada)).hasSize(2);
    assertThat(mails.subjects())
        .containsExactly("Welcome to Albumen", "Your film “Lisbon” is ready");
  }

  @Test
  void writesToTheAddressTheProfileHasNow() throws Exception {
    take(verified);
    take(
        new Event(
            UUID.randomUUID(),
            "UserProfileChanged",
            Instant.now(),
            1,
            mapper.valueToTree(
                Map.of(
                    "userId",
                    ada.value(),
                    "email",
                    "ada@example.org",
                    "displayName",
                    "Countess"))));

    assertThat(inbox.noticesOf(ada)).hasSize(1);
    assertThat(mails.subjects()).hasSize(1);
  }

  @Test
  void saysNothingToWhoeverIsGone() throws Exception {
    take(verified, event("UserDeleted", Map.of("userId", ada.value())));

    take(verified, filmReady);

    assertThat(announced).containsExactly(ada);
    assertThat(mails.subjects()).hasSize(1);
    assertThat(mails.statusOf(filmReady.id())).isEmpty();
  }

  private Event suspended(boolean suspended, int second) {
    return event(
        "UserSuspended",
        Map.of(
            "userId",
            ada.value(),
            "suspended",
            suspended,
            "changedAt",
            clock.instant().plusSeconds(second)));
  }

  private Event farewell(String type) {
    return event(
        type,
        Map.of(
            "userId",
            ada.value(),
            "email",
            "ada@example.com",
            "displayName",
            "Ada",
            "receipt",
            "cmVjZWlwdA"));
  }

  @Test
  void answersEachTimeThatADeletionComes() throws Exception {
    var deleted = event("UserDeleted", Map.of("userId", ada.value()));

    take(verified, deleted, deleted);

    assertThat(announced).containsExactly(ada, ada);
    assertThat(accounts.isErased(ada)).isTrue();
  }

  @Test
  void writesOnceAtEachEndOfADeletionInAnyOrder() throws Exception {
    var requested = farewell("UserDeletionRequested");
    var completed = farewell("UserDeletionCompleted");
    var deleted = event("UserDeleted", Map.of("userId", ada.value()));

    take(completed, deleted, requested, deleted, completed, requested);

    assertThat(mails.subjects())
        .containsExactly(
            "Your Albumen account is deleted", "Your Albumen account is being deleted");
    assertThat(mails.statusOf(requested.id())).isEqualTo("SENT");
  }

  @Test
  void tellsOfASuspensionAndOfItsEnd() throws Exception {
    take(verified, suspended(true, 1), suspended(false, 2));

    assertThat(mails.subjects())
        .containsExactly(
            "Welcome to Albumen",
            "Your Albumen account is suspended",
            "Your Albumen account is open again");
  }

  @Test
  void tellsNothingOfASuspensionThatHasEnded() throws Exception {
    take(verified, suspended(false, 2), suspended(true, 1), filmReady);

    assertThat(mails.subjects())
        .containsExactly(
            "Welcome to Albumen",
            "Your Albumen account is open again",
            "Your film “Lisbon” is ready");
  }

  @Test
  void writesOfFilmsToNobodyWhoIsSuspended() throws Exception {
    take(verified, suspended(true, 1), filmReady);

    assertThat(mails.subjects()).doesNotContain("Your film “Lisbon” is ready");
    assertThat(inbox.noticesOf(ada)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfChangesToSecurityInTheAppAndByMailEvenTheSuspended(SecurityChange change)
      throws Exception {
    var changed = event("SecurityEvent", Map.of("userId", ada.value(), "kind", change.name()));

    take(verified, suspended(true, 1), changed, changed);

    assertThat(inbox.noticesOf(ada)).contains(new Notice.SecurityChanged(change));
    assertThat(mails.statusOf(changed.id())).isEqualTo("SENT");
    assertThat(mails.subjects()).hasSize(3);
  }

  @Test
  void refusesAReceiptThatWouldBendTheLink() {
    var bent =
        event(
            "UserDeletionRequested",
            Map.of(
                "userId",
                ada.value(),
                "email",
                "ada@example.com",
                "displayName",
                "Ada",
                "receipt",
                "a\"><script>"));

    assertThatThrownBy(() -> take(bent)).isInstanceOf(JsonProcessingException.class);
    assertThat(mails.subjects()).isEmpty();
  }

  /** Dies at every step of a deletion in turn; what is left is the same. */
  @Test
  void attack48DeletionEndsTheSameWhereverItDies() throws Exception {
    for (int steps = 0; ; steps++) {
      var one = new EventIntakeTest();
      var deletion =
          List.of(
              one.farewell("UserDeletionRequested"),
              one.event("UserDeleted", Map.of("userId", one.ada.value())),
              one.farewell("UserDeletionCompleted"));
      var died = one.dies(steps, deletion);

      one.workOff(deletion);

      assertThat(one.accounts.isErased(one.ada)).as("dying after %d steps", steps).isTrue();
      assertThat(one.announced).as("dying after %d steps", steps).contains(one.ada);
      assertThat(one.mails.subjects()).as("dying after %d steps", steps).doesNotHaveDuplicates();
      assertThat(one.mails.statusOf(deletion.getFirst().id())).isIn("SENT", "UNKNOWN");
      assertThat(one.mails.statusOf(deletion.getLast().id())).isIn("SENT", "UNKNOWN");
      if (!died) {
        return;
      }
    }
  }

  @Test
  void ignoresEventsItDoesNotKnow() throws Exception {
    take(event("SomethingNew", Map.of("a", 1)));

    assertThat(mails.subjects()).isEmpty();
  }

  @Test
  void ignoresMembersItDoesNotKnow() throws Exception {
    var data =
        Map.<String, Object>of(
            "userId", ada.value(), "email", "a@example.com", "displayName", "Ada", "new", 1);

    take(event("UserVerified", data));

    assertThat(mails.subjects()).hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("POISON")
  void failsOnPoisonSoThatItEndsInTheDeadLetterQueue(String body) {
    assertThatThrownBy(() -> intake.take(body)).isInstanceOf(Exception.class);
  }

  /** Dies at every step in turn; the queue delivers again until the event is worked off. */
  @Test
  void tellsEachThingOnceWhereverItDies() throws Exception {
    for (int steps = 0; ; steps++) {
      var one = new EventIntakeTest();
      var died = one.dies(steps, List.of(one.filmReady));

      one.workOff(List.of(one.filmReady));

      assertThat(one.inbox.noticesOf(one.ada)).as("dying after %d steps", steps).hasSize(2);
      assertThat(one.mails.subjects()).as("dying after %d steps", steps).doesNotHaveDuplicates();
      assertThat(one.mails.statusOf(one.filmReady.id()))
          .as("dying after %d steps", steps)
          .isIn("SENT", "UNKNOWN");
      if (!died) {
        assertThat(one.mails.subjects()).hasSize(2);
        return;
      }
    }
  }

  private boolean dies(int steps, List<Event> events) throws JsonProcessingException {
    take(verified);
    crash.after(steps);
    try {
      take(events.toArray(Event[]::new));
      return false;
    } catch (CrashPoint.Crash e) {
      return true;
    } finally {
      crash.never();
    }
  }

  private void workOff(List<Event> events) throws JsonProcessingException {
    clock.advance(Duration.ofSeconds(30)); // the queue's visibility
    take(events.toArray(Event[]::new));
  }
}
