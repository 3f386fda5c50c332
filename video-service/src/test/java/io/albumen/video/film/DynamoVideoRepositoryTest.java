package io.albumen.video.film;

import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@QuarkusTest
@TestProfile(DynamoVideoRepositoryTest.Quiet.class)
@WithTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,s3,events"))
@WithTestResource(TestTokens.Keys.class)
class DynamoVideoRepositoryTest extends VideoRepositoryContract {
  private static final String TABLE = "videos";
  @Inject VideoRepository videos;
  @Inject DynamoDbClient dynamo;

  /** Nobody else takes up the films of these tests. */
  public static final class Quiet implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("video.roles", "api", "video.lifecycle.sweep-every", "PT1H");
    }
  }

  @BeforeEach
  void empty() {
    dynamo
        .scanPaginator(scan -> scan.tableName(TABLE))
        .items()
        .forEach(
            item ->
                dynamo.deleteItem(
                    delete ->
                        delete
                            .tableName(TABLE)
                            .key(
                                Map.of(
                                    "userId", item.get("userId"),
                                    "videoId", item.get("videoId")))));
  }

  @Override
  VideoRepository videos() {
    return videos;
  }
}
