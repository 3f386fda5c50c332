package io.albumen.video.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.albumen.video.account.AccountRepository;
import io.albumen.video.testing.Quiet;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@QuarkusTest
@TestProfile(Quiet.class)
@WithTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "dynamodb,sqs,s3,events"))
@WithTestResource(TestTokens.Keys.class)
class DynamoVideoRepositoryTest extends VideoRepositoryContract {
  private static final String TABLE = "videos";
  @Inject VideoRepository videos;
  @Inject AccountRepository accounts;
  @Inject DynamoDbClient dynamo;

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

  @Test
  void takesNoFilmOfWhoeverIsSuspendedOrGone() {
    var bob = new UserId(UUID.randomUUID());
    var film = Video.queued(bob, Films.id(1), Films.queued(1).request());

    accounts.judge(bob, Standing.SUSPENDED, Films.NOON);
    assertThat(videos.insert(film, Films.PHOTOS)).isFalse();
    accounts.judge(bob, Standing.GOOD, Films.NOON.plusSeconds(1));
    assertThat(videos.insert(film, Films.PHOTOS)).isTrue();
    accounts.close(bob, Films.NOON, Films.NOON);
    var another = Video.queued(bob, Films.id(2), film.request());
    assertThat(videos.insert(another, Films.PHOTOS)).isFalse();
    assertThat(videos.mediaIds(bob, another.id())).isEmpty();
  }
}
