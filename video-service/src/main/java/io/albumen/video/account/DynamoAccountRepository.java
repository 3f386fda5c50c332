package io.albumen.video.account;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import io.albumen.video.storage.FilmConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Items among the films; those to be erased are in the sparse index, in a shard of their own. */
@ApplicationScoped
class DynamoAccountRepository implements AccountRepository {
  private static final AttributeValue SHARD = AttributeValue.fromS("account");
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAccountRepository(DynamoDbClient dynamo, FilmConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public Standing standing(UserId user) {
    var item =
        dynamo
            .getItem(get -> get.tableName(table).key(DynamoAccounts.key(user)).consistentRead(true))
            .item();
    if (item.containsKey("closedAt")) {
      return Standing.CLOSED;
    }
    return Optional.ofNullable(item.get("standing"))
        .map(standing -> Standing.valueOf(standing.s()))
        .orElse(Standing.GOOD);
  }

  @Override
  public boolean judge(UserId user, Standing standing, Instant asOf) {
    return update(
        user,
        "SET standing = :standing, standingAsOf = :asOf",
        "attribute_not_exists(closedAt)"
            + " AND (attribute_not_exists(standingAsOf) OR standingAsOf <= :asOf)",
        Map.of(":standing", AttributeValue.fromS(standing.name()), ":asOf", time(asOf)));
  }

  @Override
  public void close(UserId user, Instant at, Instant dueAt) {
    update(
        user,
        "SET closedAt = if_not_exists(closedAt, :at), dueShard = :shard, dueAt = :due"
            + " REMOVE standing, standingAsOf",
        "attribute_not_exists(revision)",
        Map.of(":at", time(at), ":shard", SHARD, ":due", time(dueAt)));
  }

  @Override
  public void postpone(UserId user, Instant dueAt) {
    update(
        user,
        "SET dueShard = :shard, dueAt = :due",
        "attribute_exists(closedAt)",
        Map.of(":shard", SHARD, ":due", time(dueAt)));
  }

  @Override
  public void settle(UserId user) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(DynamoAccounts.key(user))
                .updateExpression("REMOVE dueShard, dueAt"));
  }

  @Override
  public List<UserId> findDue(Instant now, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName("due")
                    .keyConditionExpression("dueShard = :shard AND dueAt <= :now")
                    .expressionAttributeValues(Map.of(":shard", SHARD, ":now", time(now)))
                    .limit(limit))
        .items()
        .stream()
        .map(item -> Optional.ofNullable(item.get("userId")).orElseThrow().s())
        .map(UserId::fromString)
        .toList();
  }

  private boolean update(
      UserId user, String expression, String condition, Map<String, AttributeValue> values) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(DynamoAccounts.key(user))
                  .updateExpression(expression)
                  .conditionExpression(condition)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static AttributeValue time(Instant value) {
    return AttributeValue.fromN(Long.toString(value.toEpochMilli()));
  }
}
