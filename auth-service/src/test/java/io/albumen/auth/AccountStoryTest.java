package io.albumen.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.albumen.common.JsonConventions;
import io.albumen.common.messaging.Event;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From sign-up to one's own profile, on the embedded stack and with its tokens. */
@QuarkusTest
@OnLocalAws
class AccountStoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String email = "ada-%s@example.com".formatted(UUID.randomUUID());
  private final Mailbox mailbox = new Mailbox(setting(Mailbox.SETTING).orElse(null));

  @Test
  void leadsFromSignUpToOnesOwnProfile() {
    post("sign-up", Map.of("email", email, "password", "Correct-horse-7", "displayName", "Ada"));
    post("confirm", Map.of("email", email, "code", mailbox.codeFor(email)));
    String token =
        post("sign-in", Map.of("email", email, "password", "Correct-horse-7")).path("accessToken");

    given()
        .auth()
        .oauth2(token)
        .get("/api/v1/users/me")
        .then()
        .statusCode(200)
        .body("email", equalTo(email))
        .body("displayName", equalTo("Ada"));
  }

  @Test
  void tellsTheFleetOfAConfirmedAccount() throws JsonProcessingException {
    post("sign-up", Map.of("email", email, "password", "Correct-horse-7", "displayName", "Ada"));

    post("confirm", Map.of("email", email, "code", mailbox.codeFor(email)));

    assertThat(nextEventAbout(email).type()).isEqualTo("UserVerified");
  }

  @Test
  void leadsFromANewPasswordByACodeToTheFreshSession() {
    var ada = Person.confirmed();
    var token = ada.accessToken();
    var app = ada.setUpMfa();

    String session =
        Person.as(token)
            .body(Map.of("oldPassword", ada.password(), "newPassword", "Another-horse-8"))
            .post("/api/v1/auth/change-password")
            .path("session");

    ada.answerChallenge(session, app.code(0)).then().statusCode(200);
  }

  /** Waits on the queue of the service that welcomes people. */
  private static Event nextEventAbout(String email) throws JsonProcessingException {
    var mapper = JsonConventions.mapper();
    var deadline = Instant.now().plus(PATIENCE);
    try (var sqs = sqs()) {
      var queue = sqs.getQueueUrl(get -> get.queueName("notification-events")).queueUrl();
      while (Instant.now().isBefore(deadline)) {
        var messages =
            sqs.receiveMessage(
                    receive -> receive.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages();
        for (var message : messages) {
          var event = Event.parse(message.body(), mapper);
          if (event.data().path("email").asText().equals(email)) {
            return event;
          }
        }
      }
    }
    throw new AssertionError("no event about the account");
  }

  private static SqsClient sqs() {
    return SqsClient.builder()
        .region(Region.EU_WEST_1)
        .endpointOverride(URI.create(setting("quarkus.sqs.endpoint-override").orElseThrow()))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static Optional<String> setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class);
  }

  private static Response post(String call, Map<String, String> body) {
    return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/" + call);
  }
}
