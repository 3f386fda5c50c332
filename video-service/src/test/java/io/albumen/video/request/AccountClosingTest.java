package io.albumen.video.request;

import static io.albumen.video.film.Films.PHOTOS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albumen.common.UserId;
import io.albumen.common.messaging.Event;
import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.albumen.video.account.AccountRepository;
import io.albumen.video.film.Films;
import io.albumen.video.film.Video;
import io.albumen.video.film.VideoRepository;
import io.albumen.video.testing.FakePhotoService;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An account's suspension and deletion, from the queue to the stores, on the embedded stack. */
@QuarkusTest
@WithTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,s3,events"))
@WithTestResource(TestTokens.Keys.class)
@WithTestResource(FakePhotoService.class)
class AccountClosingTest {
  private static final String BUCKET = "albumen-media";
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private final UserId eve = new UserId(UUID.randomUUID());
  @Inject S3Client s3;
  @Inject SqsClient sqs;
  @Inject DynamoDbClient dynamo;
  @Inject ObjectMapper mapper;
  @Inject VideoRepository videos;
  @Inject AccountRepository accounts;

  private RequestSpecification asEve() {
    return given()
        .auth()
        .oauth2(TestTokens.access(eve))
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON);
  }

  private ValidatableResponse create() {
    return asEve()
        .body(Map.of("title", "Lisbon", "source", Map.of("mediaIds", PHOTOS)))
        .post("/api/v1/videos")
        .then();
  }

  private void queue(String type, Map<String, Object> more) {
    var data = new HashMap<String, Object>(more);
    data.put("userId", eve.value());
    var url = sqs.getQueueUrl(get -> get.queueName("video-events")).queueUrl();
    var event = Event.of(UUID.randomUUID(), type, Instant.now(), data, mapper);
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(event.toJson(mapper)));
  }

  private static void await(BooleanSupplier done) {
    var deadline = Instant.now().plusSeconds(30);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void awaitStatus(int status) {
    await(() -> asEve().get("/api/v1/videos").statusCode() == status);
  }

  private List<Map<String, AttributeValue>> items() {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName("videos")
                    .consistentRead(true)
                    .keyConditionExpression("userId = :user")
                    .expressionAttributeValues(
                        Map.of(":user", AttributeValue.fromS(eve.value().toString()))))
        .items()
        .stream()
        .toList();
  }

  private void store(String name) {
    s3.putObject(
        put -> put.bucket(BUCKET).key("videos/" + KEY + "/" + name), RequestBody.fromString(name));
  }

  @Test
  void suspendedCallerIsRefusedUntilTheSuspensionEnds() {
    queue("UserSuspended", Map.of("suspended", true, "changedAt", Instant.now()));

    awaitStatus(403);
    asEve().get("/api/v1/videos").then().body("code", is("account-suspended"));
    create().statusCode(403).contentType("application/problem+json");
    asEve().get("/api/v1/videos/" + Films.id(1)).then().statusCode(403);
    queue("UserSuspended", Map.of("suspended", false, "changedAt", Instant.now()));
    awaitStatus(200);
  }

  @Test
  void attack48AfterADeletionNoItemObjectOrVersionRemains() {
    var request = Films.queued(1).request();
    for (int i = 1; i <= 30; i++) {
      var cancelled = Video.queued(eve, Films.id(i), request).cancelled(Films.NOON).orElseThrow();
      videos.insert(cancelled, PHOTOS);
    }
    var lease = Films.lease(1);
    var made =
        Video.queued(eve, Films.id(40), request)
            .leased(lease, Films.NOON)
            .flatMap(film -> film.completed(lease.token(), Films.film(KEY), Films.NOON))
            .orElseThrow();
    videos.insert(made, PHOTOS);
    store("film.mp4");
    store("film.mp4"); // a version more, where the bucket keeps them
    store("poster.jpg");

    queue("UserDeleted", Map.of());

    awaitStatus(403);
    asEve().get("/api/v1/videos").then().body("code", is("account-closed"));
    create().body("code", is("account-closed"));
    await(() -> items().size() == 1);
    assertThat(items())
        .singleElement()
        .satisfies(item -> assertThat(item).containsKeys("userId", "videoId", "closedAt"));
    assertThat(items().getFirst()).doesNotContainKeys("standing", "title");
    var left = s3.listObjectVersions(list -> list.bucket(BUCKET).prefix("videos/" + KEY));
    assertThat(left.versions()).isEmpty();
    assertThat(left.deleteMarkers()).isEmpty();
    await(() -> accounts.findDue(Instant.now().plus(Duration.ofDays(1)), 100).isEmpty());
  }
}
