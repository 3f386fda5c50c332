package io.albumen.auth.intent;

import static java.util.Comparator.comparing;

import io.albumen.auth.runtime.AccountsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Intents as items of the accounts table, found by its sparse index {@code due}. */
@ApplicationScoped
class DynamoIntentRepository implements IntentRepository {
  private static final String PREFIX = "intent#";
  private static final String DUE_INDEX = "due";

  /** Spreads the index; no fewer ever, or due items would be missed. */
  private static final int SHARDS = 4;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoIntentRepository(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public boolean open(Intent intent, Instant dueAt) {
    var item = new HashMap<>(key(intent));
    item.put("kind", text(intent.kind().name()));
    item.put("key", text(intent.key()));
    item.put("subject", text(intent.subject()));
    item.put("openedAt", number(intent.openedAt().toEpochMilli()));
    item.put("settled", AttributeValue.fromBool(false));
    item.put("claims", number(0));
    item.put("dueShard", text(shardOf(intent)));
    item.put("dueAt", number(dueAt.toEpochMilli()));
    return dynamo
        .putItem(put -> put.tableName(table).item(item).returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }

  @Override
  public void settle(Intent intent, Instant until) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(intent))
                  .conditionExpression("attribute_exists(id)")
                  .updateExpression("SET settled = :true, dueAt = :until")
                  .expressionAttributeValues(
                      Map.of(
                          ":true", AttributeValue.fromBool(true),
                          ":until", number(until.toEpochMilli()))));
    } catch (ConditionalCheckFailedException e) {
      // forgotten meanwhile, as it would have been later
    }
  }

  @Override
  public void drop(Intent intent) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key(intent)));
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return IntStream.range(0, SHARDS)
        .mapToObj(shard -> due(Integer.toString(shard), now, limit))
        .flatMap(List::stream)
        .sorted(comparing(Due::dueAt))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean claim(Due due, Instant until) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(due.intent()))
                  .conditionExpression("dueAt = :seen")
                  .updateExpression("SET dueAt = :until ADD claims :one")
                  .expressionAttributeValues(
                      Map.of(
                          ":seen", number(due.dueAt().toEpochMilli()),
                          ":until", number(until.toEpochMilli()),
                          ":one", number(1))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private List<Due> due(String shard, Instant now, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(DUE_INDEX)
                    .keyConditionExpression("dueShard = :shard AND dueAt <= :now")
                    .expressionAttributeValues(
                        Map.of(":shard", text(shard), ":now", number(now.toEpochMilli())))
                    .limit(limit))
        .items()
        .stream()
        .map(DynamoIntentRepository::dueOf)
        .toList();
  }

  private static Due dueOf(Map<String, AttributeValue> item) {
    var intent =
        new Intent(
            IntentKind.valueOf(attribute(item, "kind").s()),
            attribute(item, "key").s(),
            attribute(item, "subject").s(),
            time(item, "openedAt"));
    return new Due(
        intent,
        attribute(item, "settled").bool(),
        Integer.parseInt(attribute(item, "claims").n()),
        time(item, "dueAt"));
  }

  private static Instant time(Map<String, AttributeValue> item, String name) {
    return Instant.ofEpochMilli(Long.parseLong(attribute(item, name).n()));
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("an intent without " + name);
    }
    return value;
  }

  private static String shardOf(Intent intent) {
    return Integer.toString(Math.floorMod(intent.id().hashCode(), SHARDS));
  }

  private static Map<String, AttributeValue> key(Intent intent) {
    return Map.of("id", text(PREFIX + intent.id()));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
