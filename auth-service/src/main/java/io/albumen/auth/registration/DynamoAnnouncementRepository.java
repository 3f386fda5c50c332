package io.albumen.auth.registration;

import io.albumen.auth.runtime.AccountsConfig;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** An attribute of the account's own item in the accounts table. */
@ApplicationScoped
class DynamoAnnouncementRepository implements AnnouncementRepository {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAnnouncementRepository(DynamoDbClient dynamo, AccountsConfig config) {
    this.dynamo = dynamo;
    this.table = config.table();
  }

  @Override
  public boolean isAnnounced(UserId user) {
    return dynamo
        .getItem(get -> get.tableName(table).key(key(user)).consistentRead(true))
        .item()
        .containsKey("announcedAt");
  }

  @Override
  public boolean markAnnounced(UserId user, Instant at) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(user))
                  .conditionExpression("attribute_not_exists(announcedAt)")
                  .updateExpression("SET announcedAt = :at")
                  .expressionAttributeValues(
                      Map.of(":at", AttributeValue.fromN(Long.toString(at.toEpochMilli())))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public void erase(UserId user) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key(user)));
  }

  private static Map<String, AttributeValue> key(UserId user) {
    return Map.of("id", AttributeValue.fromS("account#" + user));
  }
}
