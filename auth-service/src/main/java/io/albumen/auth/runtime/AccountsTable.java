package io.albumen.auth.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The one table of this service, whose items are told apart by a prefix of their key, and its
 * sparse index {@code due}: each kind of item has shards of its own there, so that no sweeper meets
 * another's.
 */
@ApplicationScoped
public class AccountsTable {
  private static final String DUE_INDEX = "due";

  private final DynamoDbClient dynamo;
  private final String name;

  public AccountsTable(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.name = config.table();
  }

  public String name() {
    return name;
  }

  /** As it is now, not as it was a moment ago. */
  public Optional<StoredItem> find(String id) {
    var answer = dynamo.getItem(get -> get.tableName(name).key(key(id)).consistentRead(true));
    return answer.hasItem() ? Optional.of(new StoredItem(answer.item())) : Optional.empty();
  }

  /** Due until now, earliest first; may lag behind a concurrent write. */
  public List<StoredItem> due(String shard, Instant now, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(name)
                    .indexName(DUE_INDEX)
                    .keyConditionExpression("dueShard = :shard AND dueAt <= :now")
                    .expressionAttributeValues(Map.of(":shard", text(shard), ":now", time(now)))
                    .limit(limit))
        .items()
        .stream()
        .map(StoredItem::new)
        .toList();
  }

  /** All that is due later; may lag behind a concurrent write. */
  public List<StoredItem> dueAfter(String shard, Instant now) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(name)
                    .indexName(DUE_INDEX)
                    .keyConditionExpression("dueShard = :shard AND dueAt > :now")
                    .expressionAttributeValues(Map.of(":shard", text(shard), ":now", time(now))))
        .items()
        .stream()
        .map(StoredItem::new)
        .toList();
  }

  /**
   * Deletes an item, if it is still due when it was seen to be.
   *
   * @return false when it has changed since, and stays
   */
  public boolean deleteIfDueAt(String id, Instant seen) {
    try {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(name)
                  .key(key(id))
                  .conditionExpression("dueAt = :seen")
                  .expressionAttributeValues(Map.of(":seen", time(seen))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  public static Map<String, AttributeValue> key(String id) {
    return Map.of("id", text(id));
  }

  /** The beginning of an item that is found by the index. */
  public static Map<String, AttributeValue> dueItem(String id, String shard, Instant dueAt) {
    var item = new HashMap<>(key(id));
    item.put("dueShard", text(shard));
    item.put("dueAt", time(dueAt));
    return item;
  }

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** In milliseconds. */
  public static AttributeValue time(Instant value) {
    return number(value.toEpochMilli());
  }
}
