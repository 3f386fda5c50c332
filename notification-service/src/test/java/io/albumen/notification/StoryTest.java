package io.albumen.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From the queue to the inbox and the mail service, on the embedded stack. */
@QuarkusTest
@QuarkusTestResource(TestTokens.Keys.class)
@QuarkusTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,ses,events"))
class StoryTest {
  private final ObjectMapper mapper = JsonConventions.mapper();
  private final UserId ada = new UserId(UUID.randomUUID());
  private final String email = ada.value() + "@example.com";

  private void queue(String type, Map<String, Object> data) {
    var sqs = Arc.container().instance(SqsClient.class).get();
    var url = sqs.getQueueUrl(get -> get.queueName("notification-events")).queueUrl();
    var body = Event.of(UUID.randomUUID(), type, Instant.now(), data, mapper).toJson(mapper);
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)); // as SQS may
  }

  private List<String> types() {
    return given()
        .auth()
        .oauth2(TestTokens.access(ada))
        .get("/api/v1/notifications")
        .path("items.type");
  }

  @Test
  void tellsOfAFilmOnceInTheAppAndByMail() {
    queue(
        "VideoReady",
        Map.of(
            "videoId",
            UUID.randomUUID(),
            "userId",
            ada.value(),
            "title",
            "Lisbon",
            "durationMs",
            9_000));
    queue("UserVerified", Map.of("userId", ada.value(), "email", email, "displayName", "Ada"));

    var deadline = Instant.now().plusSeconds(30);
    while (Mailbox.subjectsTo(email).size() < 2 && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(50_000_000);
    }

    assertThat(types()).containsExactlyInAnyOrder("WELCOME", "VIDEO_READY");
    assertThat(Mailbox.subjectsTo(email))
        .containsExactlyInAnyOrder("Welcome to Albumen", "Your film “Lisbon” is ready");
  }
}
