package io.albumen.auth.intent;

import static io.albumen.auth.runtime.AccountsTable.dueItem;
import static io.albumen.auth.runtime.AccountsTable.key;
import static io.albumen.auth.runtime.AccountsTable.number;
import static io.albumen.auth.runtime.AccountsTable.text;
import static io.albumen.auth.runtime.AccountsTable.time;
import static java.util.Comparator.comparing;

import io.albumen.auth.runtime.AccountsTable;
import io.albumen.auth.runtime.StoredItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
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
  /** Spreads the index; no fewer ever, or due items would be missed. */
  private static final int SHARDS = 4;

  private final DynamoDbClient dynamo;
  private final AccountsTable table;

  DynamoIntentRepository(DynamoDbClient dynamo, AccountsTable table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean open(Intent intent, Instant dueAt) {
    var item = dueItem(id(intent), shardOf(intent), dueAt);
    item.put("kind", text(intent.kind().name()));
    item.put("key", text(intent.key()));
    item.put("subject", text(intent.subject()));
    item.put("openedAt", time(intent.openedAt()));
    item.put("settled", AttributeValue.fromBool(false));
    item.put("claims", number(0));
    return dynamo
        .putItem(put -> put.tableName(table.name()).item(item).returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }

  @Override
  public void settle(Intent intent, Instant until) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table.name())
                  .key(key(id(intent)))
                  .conditionExpression("openedAt = :openedAt")
                  .updateExpression("SET settled = :true, dueAt = :until REMOVE subject")
                  .expressionAttributeValues(
                      Map.of(
                          ":openedAt", time(intent.openedAt()),
                          ":true", AttributeValue.fromBool(true),
                          ":until", time(until))));
    } catch (ConditionalCheckFailedException e) {
      // forgotten meanwhile, as it would have been later, or opened again, which is another's
    }
  }

  @Override
  public void drop(Intent intent) {
    try {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(table.name())
                  .key(key(id(intent)))
                  .conditionExpression("openedAt = :openedAt")
                  .expressionAttributeValues(Map.of(":openedAt", time(intent.openedAt()))));
    } catch (ConditionalCheckFailedException e) {
      // gone already, or opened again, which is another's
    }
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return IntStream.range(0, SHARDS)
        .mapToObj(shard -> table.due(Integer.toString(shard), now, limit))
        .flatMap(List::stream)
        .filter(DynamoIntentRepository::isKnown)
        .map(DynamoIntentRepository::dueOf)
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
                  .tableName(table.name())
                  .key(key(id(due.intent())))
                  .conditionExpression("dueAt = :seen")
                  .updateExpression("SET dueAt = :until ADD claims :one")
                  .expressionAttributeValues(
                      Map.of(
                          ":seen", time(due.dueAt()), ":until", time(until), ":one", number(1))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** While a newer version is rolled out, its intents are its own. */
  private static boolean isKnown(StoredItem item) {
    return Arrays.stream(IntentKind.values())
        .anyMatch(kind -> kind.name().equals(item.text("kind")));
  }

  private static Due dueOf(StoredItem item) {
    var intent =
        new Intent(
            IntentKind.valueOf(item.text("kind")),
            item.text("key"),
            item.optionalText("subject").orElse(""),
            item.time("openedAt"));
    return new Due(intent, item.flag("settled"), (int) item.number("claims"), item.time("dueAt"));
  }

  private static String shardOf(Intent intent) {
    return Integer.toString(Math.floorMod(intent.id().hashCode(), SHARDS));
  }

  private static String id(Intent intent) {
    return "intent#" + intent.id();
  }
}
