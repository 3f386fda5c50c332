package io.albumen.auth.registration;

import static io.albumen.auth.runtime.AccountsTable.key;
import static io.albumen.auth.runtime.AccountsTable.time;

import io.albumen.auth.runtime.AccountsTable;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** An attribute of the account's own item in the accounts table. */
@ApplicationScoped
class DynamoAnnouncementRepository implements AnnouncementRepository {
  private final DynamoDbClient dynamo;
  private final AccountsTable table;

  DynamoAnnouncementRepository(DynamoDbClient dynamo, AccountsTable table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean isAnnounced(UserId user) {
    return table.find(id(user)).flatMap(item -> item.optionalTime("announcedAt")).isPresent();
  }

  @Override
  public boolean markAnnounced(UserId user, Instant at) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table.name())
                  .key(key(id(user)))
                  .conditionExpression("attribute_not_exists(announcedAt)")
                  .updateExpression("SET announcedAt = :at")
                  .expressionAttributeValues(Map.of(":at", time(at))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public void erase(UserId user) {
    dynamo.deleteItem(delete -> delete.tableName(table.name()).key(key(id(user))));
  }

  private static String id(UserId user) {
    return "account#" + user;
  }
}
