package io.albumen.auth.deletion;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.auth.LocalStack;
import io.albumen.auth.Mailbox;
import io.albumen.auth.announcement.Addressee;
import io.albumen.common.Ids;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.messaging.EventBus;
import io.albumen.local.testing.LocalAwsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The end of an account on the embedded stack: its pool, table, bus and queues; the test plays the
 * other services.
 */
@QuarkusTest
@QuarkusTestResource(
    value = LocalAwsResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "parts", value = LocalStack.PARTS))
class DeletionStoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSWORD = "Correct-horse-7";
  private static final List<String> SERVICES =
      List.of("photo-service", "video-service", "notification-service");

  @Inject EventBus bus;
  @Inject SqsClient sqs;
  @Inject ObjectMapper mapper;
  @Inject DeletionRepository deletions;
  @Inject DeletionSweeper sweeper;
  @Inject Ids ids;

  private final String email = "ada-%s@example.com".formatted(UUID.randomUUID());
  private final Mailbox mailbox = LocalStack.mailbox();

  @Test
  void leadsFromTheWishToTheEnd() throws JsonProcessingException {
    var token = signUp();
    var user = me(token);

    String receipt = delete(token).then().statusCode(202).extract().path("receipt");
    var told = eventsAbout(user, Set.of("UserDeletionRequested", "UserDeleted"));
    answer(user, SERVICES);

    awaitCompleted(receipt);
    assertThat(text(told, "UserDeletionRequested", "receipt")).isEqualTo(receipt);
    var farewell = eventsAbout(user, Set.of("UserDeletionCompleted"));
    assertThat(text(farewell, "UserDeletionCompleted", "email")).isEqualTo(email);
    signIn().then().statusCode(401);
  }

  @Test
  void keepsTheAccountClosedUntilAllHaveAnswered() {
    var token = signUp();
    var user = me(token);
    String receipt = delete(token).path("receipt");

    answer(user, SERVICES.subList(0, 2));

    await(() -> deletions.find(user).orElseThrow().erased().size() == 2);
    status(receipt).then().statusCode(200);
    signIn().then().statusCode(403);
  }

  @Test
  void goesOnAfterADeathThatLeftOnlyTheWish() throws JsonProcessingException {
    var user = me(signUp());
    var receipt = Receipt.random(ids);
    deletions.open(request(user, receipt), Instant.EPOCH);

    sweeper.sweep();

    var told = eventsAbout(user, Set.of("UserDeletionRequested", "UserDeleted"));
    assertThat(text(told, "UserDeletionRequested", "receipt")).isEqualTo(receipt.value());
    signIn().then().statusCode(403);
  }

  @Test
  void goesOnAfterADeathThatLeftOnlyTheAnswers() throws JsonProcessingException {
    var user = me(signUp());
    var receipt = Receipt.random(ids);
    deletions.open(request(user, receipt), Instant.EPOCH);
    deletions.beginErasing(user, Instant.EPOCH);
    SERVICES.forEach(service -> deletions.noteErased(user, service, Instant.now()));

    sweeper.sweep();

    status(receipt.value()).then().statusCode(200).body("state", equalTo("COMPLETED"));
    signIn().then().statusCode(401);
    assertThat(eventsAbout(user, Set.of("UserDeletionCompleted"))).hasSize(1);
  }

  private static String text(Map<String, Event> events, String type, String member) {
    var event = events.get(type);
    return event == null ? "" : event.data().path(member).asText();
  }

  private Deletion request(UserId user, Receipt receipt) {
    return Deletion.request(user, new Addressee(email, "Ada", "en"), receipt, Instant.now());
  }

  private void answer(UserId user, List<String> services) {
    bus.publish(
        services.stream()
            .map(
                service ->
                    Event.of(
                        ids.next(),
                        "UserDataErased",
                        Instant.now(),
                        Map.of("userId", user.toString(), "service", service),
                        mapper))
            .toList());
  }

  private void awaitCompleted(String receipt) {
    await(() -> "COMPLETED".equals(status(receipt).<String>path("state")));
  }

  private static void await(BooleanSupplier condition) {
    var deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("did not come true");
      }
      Thread.onSpinWait();
    }
  }

  /** Waits for each of these on the queue of the service that writes to people. */
  private Map<String, Event> eventsAbout(UserId user, Set<String> types)
      throws JsonProcessingException {
    var found = new HashMap<String, Event>();
    var deadline = Instant.now().plus(PATIENCE);
    var queue = sqs.getQueueUrl(get -> get.queueName("notification-events")).queueUrl();
    while (!found.keySet().containsAll(types)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("only " + found.keySet());
      }
      var messages =
          sqs.receiveMessage(
                  receive -> receive.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages();
      for (var message : messages) {
        var event = Event.parse(message.body(), mapper);
        if (event.data().path("userId").asText().equals(user.toString())) {
          found.put(event.type(), event);
        }
      }
    }
    return found.entrySet().stream()
        .filter(entry -> types.contains(entry.getKey()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The access token of a new account. */
  private String signUp() {
    post("sign-up", Map.of("email", email, "password", PASSWORD, "displayName", "Ada"));
    post("confirm", Map.of("email", email, "code", mailbox.codeFor(email)));
    return signIn().path("accessToken");
  }

  private Response signIn() {
    return post("sign-in", Map.of("email", email, "password", PASSWORD));
  }

  private static UserId me(String token) {
    return UserId.fromString(given().auth().oauth2(token).get("/api/v1/users/me").path("id"));
  }

  private static Response delete(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Map.of("password", PASSWORD))
        .delete("/api/v1/users/me");
  }

  private static Response status(String receipt) {
    return post("deletion-status", Map.of("receipt", receipt));
  }

  private static Response post(String call, Map<String, String> body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/" + call);
  }
}
