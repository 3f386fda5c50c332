package io.albumen.video.film;

import static io.albumen.video.film.DynamoVideoItem.number;
import static io.albumen.video.film.DynamoVideoItem.text;
import static io.albumen.video.film.DynamoVideoItem.time;

import io.albumen.common.UserId;
import io.albumen.video.account.DynamoAccounts;
import io.albumen.video.storage.FilmConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One table: {@code userId} with {@code videoId} for a film, and with {@code <videoId>#sources} for
 * its photos, sixteen bytes each, so that a write of progress stays small. Beside them lies what is
 * known of the person, see {@link DynamoAccounts}.
 */
@ApplicationScoped
class DynamoVideoRepository implements VideoRepository {
  private static final String SAME_REVISION = "revision = :revision";
  private static final int UUID_BYTES = 16;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoVideoRepository(DynamoDbClient dynamo, FilmConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public boolean insert(Video video, List<UUID> mediaIds) {
    var sources = new HashMap<>(sourcesKey(video.owner(), video.id()));
    sources.put("mediaIds", AttributeValue.fromB(pack(mediaIds)));
    try {
      dynamo.transactWriteItems(
          request ->
              request.transactItems(
                  DynamoAccounts.inGoodStanding(table, video.owner()),
                  write(put -> put.item(DynamoVideoItem.of(video)).conditionExpression(absent())),
                  write(put -> put.item(sources))));
      return true;
    } catch (TransactionCanceledException e) {
      if (isCondition(e.cancellationReasons().getFirst())) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<Video> find(UserId owner, VideoId id) {
    return item(key(owner, id)).map(DynamoVideoItem::toVideo);
  }

  @Override
  public List<UUID> mediaIds(UserId owner, VideoId id) {
    return item(sourcesKey(owner, id))
        .map(item -> unpack(new DynamoVideoItem.Fields(item).bytes("mediaIds")))
        .orElse(List.of());
  }

  @Override
  public List<Video> findAll(UserId owner, int limit, @Nullable VideoId before) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":owner", text(owner.value()));
    values.put(":deleting", text(RenderState.Deleting.class.getSimpleName()));
    var older = "";
    if (before != null) {
      values.put(":before", text(before));
      older = " AND videoId < :before";
    }
    var query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("userId = :owner" + older)
            .filterExpression("attribute_exists(revision) AND #status <> :deleting")
            .expressionAttributeNames(Map.of("#status", "status"))
            .expressionAttributeValues(values)
            .scanIndexForward(false)
            // A film and its photos are neighbours.
            .limit(2 * limit)
            .build();
    return dynamo.queryPaginator(query).items().stream()
        .limit(limit)
        .map(DynamoVideoItem::toVideo)
        .toList();
  }

  @Override
  public List<Video> findEvery(UserId owner, int limit, @Nullable VideoId after) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":owner", text(owner.value()));
    var newer = "";
    if (after != null) {
      values.put(":after", text(after));
      newer = " AND videoId > :after";
    }
    var query =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("userId = :owner" + newer)
            .filterExpression("attribute_exists(revision)")
            .expressionAttributeValues(values)
            .build();
    return dynamo.queryPaginator(query).items().stream()
        .limit(limit)
        .map(DynamoVideoItem::toVideo)
        .toList();
  }

  @Override
  public boolean replace(Video before, Video after) {
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(DynamoVideoItem.of(after))
                  .conditionExpression(SAME_REVISION)
                  .expressionAttributeValues(Map.of(":revision", number(before.revision())))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // The client repeats a write whose answer was lost; then it meets its own.
      return e.hasItem() && DynamoVideoItem.toVideo(e.item()).equals(after);
    }
  }

  @Override
  public boolean remove(Video video) {
    var sameRevision =
        Delete.builder()
            .tableName(table)
            .key(key(video.owner(), video.id()))
            .conditionExpression(SAME_REVISION)
            .expressionAttributeValues(Map.of(":revision", number(video.revision())))
            .build();
    var sources =
        Delete.builder().tableName(table).key(sourcesKey(video.owner(), video.id())).build();
    try {
      dynamo.transactWriteItems(
          request ->
              request.transactItems(
                  TransactWriteItem.builder().delete(sameRevision).build(),
                  TransactWriteItem.builder().delete(sources).build()));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().anyMatch(DynamoVideoRepository::isCondition)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public List<Video> findDue(Instant now, int limit) {
    var due = new ArrayList<Video>();
    for (int shard = 0; shard < DynamoVideoItem.SHARDS; shard++) {
      due.addAll(findDue(shard, now, limit).toList());
    }
    due.sort(Comparator.comparing(Video::dueAt, Comparator.nullsLast(Comparator.naturalOrder())));
    return due.stream().limit(limit).toList();
  }

  private Stream<Video> findDue(int shard, Instant now, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName("due")
                    .keyConditionExpression("dueShard = :shard AND dueAt <= :now")
                    .expressionAttributeValues(Map.of(":shard", text(shard), ":now", time(now)))
                    .limit(limit))
        .items()
        .stream()
        .map(DynamoVideoItem::toVideo);
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
  }

  private TransactWriteItem write(UnaryOperator<Put.Builder> put) {
    return TransactWriteItem.builder()
        .put(put.apply(Put.builder().tableName(table)).build())
        .build();
  }

  private static String absent() {
    return "attribute_not_exists(videoId)";
  }

  private static boolean isCondition(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  private static Map<String, AttributeValue> key(UserId owner, VideoId id) {
    return Map.of("userId", text(owner.value()), "videoId", text(id));
  }

  private static Map<String, AttributeValue> sourcesKey(UserId owner, VideoId id) {
    return Map.of("userId", text(owner.value()), "videoId", text(id + "#sources"));
  }

  private static SdkBytes pack(List<UUID> ids) {
    var bytes = ByteBuffer.allocate(UUID_BYTES * ids.size());
    ids.forEach(
        id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    return SdkBytes.fromByteArrayUnsafe(bytes.array());
  }

  private static List<UUID> unpack(SdkBytes packed) {
    var bytes = packed.asByteBuffer();
    var ids = new ArrayList<UUID>(bytes.remaining() / UUID_BYTES);
    while (bytes.hasRemaining()) {
      ids.add(new UUID(bytes.getLong(), bytes.getLong()));
    }
    return List.copyOf(ids);
  }
}
