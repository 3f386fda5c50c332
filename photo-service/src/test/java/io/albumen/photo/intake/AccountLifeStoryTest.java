package io.albumen.photo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.EventBus;
import io.albumen.photo.testing.Photographer;
import io.albumen.photo.testing.Photographer.LocalFile;
import io.albumen.photo.testing.Stack;
import io.albumen.photo.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Facts over the real bus and its queues. */
@QuarkusTest
@Stack
@TestProfile(AccountLifeStoryTest.WithWorker.class)
class AccountLifeStoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject EventBus bus;
  @Inject SqsClient sqs;
  @Inject ObjectMapper mapper;
  @Inject Clock clock;
  @Inject Traces traces;

  private final Photographer ada = Photographer.stranger();

  /** One process that does everything, as on a laptop; a short wait for workers. */
  public static class WithWorker implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "photo.roles", "api,worker",
          "photo.erasure.worker-grace", "PT1S",
          "photo.erasure.interval", "PT0.5S");
    }
  }

  @Test
  void turnsAwayWhoWasSuspendedUntilTheyAreGivenBack() {
    publish("UserSuspended", suspension(true));
    await(() -> status() == 403);

    publish("UserSuspended", suspension(false));

    await(() -> status() == 200);
  }

  @Test
  void answersUnderTheSameIdThatNothingIsLeftOfWhoWasDeleted() {
    ada.upload(LocalFile.photo("a.jpg"));
    var libraryKey = traces.libraryKey(ada.id());

    publish("UserDeleted", Map.of("userId", ada.id().value()));
    var first = awaitAnswer();
    publish("UserDeleted", Map.of("userId", ada.id().value()));
    var second = awaitAnswer();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(first.data().get("service").asText()).isEqualTo("photo-service");
    assertThat(traces.objects(ada.id(), libraryKey)).isEmpty();
    assertThat(status()).isEqualTo(403);
  }

  @Test
  void attack50GoesOnBehindAMalformedMessage() {
    send("no event");
    send("{}");

    publish("UserSuspended", suspension(true));

    await(() -> status() == 403);
  }

  private Map<String, Object> suspension(boolean suspended) {
    return Map.of("userId", ada.id().value(), "suspended", suspended, "changedAt", clock.instant());
  }

  private void publish(String type, Object data) {
    bus.publish(List.of(Event.of(UUID.randomUUID(), type, clock.instant(), data, mapper)));
  }

  private void send(String body) {
    sqs.sendMessage(send -> send.queueUrl(url("photo-events")).messageBody(body));
  }

  private int status() {
    return ada.request().get("/api/v1/usage").statusCode();
  }

  /** What auth-service would hear. */
  private Event awaitAnswer() {
    var answers = new ArrayList<Event>();
    await(() -> answers.addAll(receive()));
    return answers.getFirst();
  }

  private List<Event> receive() {
    var url = url("auth-events");
    var messages =
        sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(1)).messages();
    messages.forEach(
        message ->
            sqs.deleteMessage(
                delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
    return messages.stream().map(message -> parse(message.body())).filter(this::isAdas).toList();
  }

  private Event parse(String body) {
    try {
      return Event.parse(body, mapper);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isAdas(Event event) {
    return event.data().get("userId").asText().equals(ada.id().toString());
  }

  private String url(String queue) {
    return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
  }

  private static void await(BooleanSupplier condition) {
    var deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
