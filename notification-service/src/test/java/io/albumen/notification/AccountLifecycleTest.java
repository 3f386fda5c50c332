package io.albumen.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.JsonConventions;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An account's suspension and deletion, from the queue to the stores, on the embedded stack. */
@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,ses,events"))
class AccountLifecycleTest {
  private static final AttributeValue SENT = AttributeValue.fromS("SENT");
  private static final String PATH = "/api/v1/notifications";
  private final ObjectMapper mapper = JsonConventions.mapper();
  private final UserId ada = new UserId(UUID.randomUUID());
  private final String email = ada.value() + "@example.com";
  private final Event verified = event("UserVerified", person());
  private final Event deleted = event("UserDeleted", Map.of());

  private Map<String, Object> person() {
    return Map.of("email", email, "displayName", "Ada", "receipt", "cmVjZWlwdA");
  }

  private Event event(String type, Map<String, Object> more) {
    var data = new HashMap<String, Object>(more);
    data.put("userId", ada.value());
    return Event.of(UUID.randomUUID(), type, Instant.now(), data, mapper);
  }

  private Event suspended(boolean suspended) {
    return event("UserSuspended", Map.of("suspended", suspended, "changedAt", Instant.now()));
  }

  private static SqsClient sqs() {
    return Arc.container().instance(SqsClient.class).get();
  }

  private static String url(String queue) {
    return sqs().getQueueUrl(get -> get.queueName(queue)).queueUrl();
  }

  private void queue(Event... events) {
    for (var event : events) {
      sqs()
          .sendMessage(
              send -> send.queueUrl(url("notification-events")).messageBody(event.toJson(mapper)));
    }
  }

  private ValidatableResponse list() {
    return given().auth().oauth2(TestTokens.access(ada)).get(PATH).then();
  }

  private static void await(BooleanSupplier done) {
    var deadline = Instant.now().plusSeconds(30);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void awaitStatus(int status) {
    await(() -> list().extract().statusCode() == status);
  }

  private void awaitNotices(int count) {
    await(() -> list().extract().<List<String>>path("items.type").size() == count);
  }

  private List<Map<String, AttributeValue>> items(String partition) {
    return Arc.container()
        .instance(DynamoDbClient.class)
        .get()
        .queryPaginator(
            query ->
                query
                    .tableName("notifications")
                    .keyConditionExpression("userId = :partition")
                    .expressionAttributeValues(
                        Map.of(":partition", AttributeValue.fromS(partition))))
        .items()
        .stream()
        .toList();
  }

  private List<Map<String, AttributeValue>> farewells() {
    return items(ada.value() + "#farewell");
  }

  private void awaitFarewells(int count) {
    await(
        () ->
            farewells().stream().filter(item -> SENT.equals(item.get("status"))).count() == count);
  }

  /** Answers to this test's deletion that have come so far. */
  private List<UUID> answers(int count) throws JsonProcessingException {
    var ids = new ArrayList<UUID>();
    var deadline = Instant.now().plusSeconds(30);
    while (ids.size() < count && Instant.now().isBefore(deadline)) {
      var messages =
          sqs().receiveMessage(r -> r.queueUrl(url("auth-events")).waitTimeSeconds(1)).messages();
      for (var message : messages) {
        var event = Event.parse(message.body(), mapper);
        if (event.data().get("userId").asText().equals(ada.toString())) {
          assertThat(event.type()).isEqualTo("UserDataErased");
          assertThat(event.data().get("service").asText()).isEqualTo("notification-service");
          ids.add(event.id());
        }
      }
    }
    return ids;
  }

  @Test
  void suspendedCallerIsRefusedUntilTheSuspensionEnds() {
    queue(verified, suspended(true));

    awaitStatus(403);
    list().contentType("application/problem+json").body("code", equalTo("account-suspended"));
    given()
        .auth()
        .oauth2(TestTokens.access(ada))
        .contentType("application/json")
        .body(Map.of("ids", List.of(UUID.randomUUID())))
        .post(PATH + "/read")
        .then()
        .statusCode(403);
    queue(suspended(false));
    awaitStatus(200);
  }

  @Test
  void changeToSecurityIsListedUnderItsType() {
    queue(verified);
    awaitNotices(1);

    queue(event("SecurityEvent", Map.of("kind", "MFA_DISABLED")));

    awaitNotices(2);
    list().body("items[0].type", equalTo("MFA_DISABLED"));
  }

  @Test
  void attack48AfterADeletionNothingOfThePersonRemains() throws Exception {
    queue(verified, event("SecurityEvent", Map.of("kind", "MFA_ENABLED")));
    awaitNotices(2);

    var requested = event("UserDeletionRequested", person());
    var completed = event("UserDeletionCompleted", person());
    queue(requested, deleted);
    awaitStatus(403);
    awaitFarewells(1);
    queue(verified, deleted, requested, completed, completed, suspended(true));
    awaitFarewells(2);

    assertThat(answers(2)).hasSize(2).containsOnly(answerId());
    list().body("code", equalTo("account-closed"));
    assertThat(Mailbox.subjectsTo(email))
        .contains("Your Albumen account is being deleted", "Your Albumen account is deleted")
        .doesNotHaveDuplicates();
    assertThat(items(ada.toString()))
        .singleElement()
        .satisfies(
            item -> assertThat(item).containsOnlyKeys("userId", "id", "erasedAt", "expiresAt"));
    assertThat(farewells())
        .allSatisfy(
            item -> {
              assertThat(item.toString()).doesNotContain("@", "Ada", "cmVjZWlwdA");
              assertThat(item).containsKey("expiresAt");
            });
  }

  private UUID answerId() {
    return UUID.nameUUIDFromBytes(
        ("notification-service " + ada.value()).getBytes(StandardCharsets.UTF_8));
  }
}
