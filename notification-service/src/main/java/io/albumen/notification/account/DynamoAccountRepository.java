package io.albumen.notification.account;

import static io.albumen.notification.runtime.UserTable.ACCOUNT;
import static io.albumen.notification.runtime.UserTable.ERASED_AT;
import static io.albumen.notification.runtime.UserTable.number;
import static io.albumen.notification.runtime.UserTable.text;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import io.albumen.notification.runtime.StoredItem;
import io.albumen.notification.runtime.UserTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The account item; the inbox keeps its unread count on the same item, so only own fields change.
 */
@ApplicationScoped
class DynamoAccountRepository implements AccountRepository {
  private static final Logger LOG = Logger.getLogger(DynamoAccountRepository.class);
  private static final int DELETES_PER_CALL = 25;
  private static final Map<String, String> RESERVED =
      Map.of("#locale", "locale", "#timeZone", "timeZone");
  private final DynamoDbClient dynamo;
  private final UserTable table;

  DynamoAccountRepository(DynamoDbClient dynamo, UserTable table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void save(Contact contact, Instant asOf) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table.name())
                  .key(table.key(contact.user(), ACCOUNT))
                  .updateExpression(
                      "SET asOf = :asOf, email = :email, displayName = :name,"
                          + " #locale = :locale, #timeZone = :timeZone")
                  .conditionExpression(
                      "attribute_not_exists(erasedAt)"
                          + " AND (attribute_not_exists(asOf) OR asOf <= :asOf)")
                  .expressionAttributeNames(RESERVED)
                  .expressionAttributeValues(
                      Map.of(
                          ":asOf", number(asOf.toEpochMilli()),
                          ":email", text(contact.email()),
                          ":name", text(contact.displayName()),
                          ":locale", text(contact.locale()),
                          ":timeZone", text(contact.timeZone()))));
    } catch (ConditionalCheckFailedException e) {
      LOG.debugf("contact not kept, older or erased user=%s", contact.user());
    }
  }

  @Override
  public boolean judge(UserId user, Standing standing, Instant asOf) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table.name())
                  .key(table.key(user, ACCOUNT))
                  .updateExpression("SET standing = :standing, standingAsOf = :asOf")
                  .conditionExpression(
                      "attribute_not_exists(erasedAt)"
                          + " AND (attribute_not_exists(standingAsOf) OR standingAsOf <= :asOf)")
                  .expressionAttributeValues(
                      Map.of(
                          ":standing", text(standing.name()),
                          ":asOf", number(asOf.toEpochMilli()))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Account find(UserId user) {
    var attributes =
        dynamo
            .getItem(
                get ->
                    get.tableName(table.name()).key(table.key(user, ACCOUNT)).consistentRead(true))
            .item();
    var item = new StoredItem(attributes);
    if (item.has(ERASED_AT)) {
      return new Account.Erased();
    }
    var standing = item.has("standing") ? Standing.valueOf(item.text("standing")) : Standing.GOOD;
    return item.has("email")
        ? new Account.Known(contact(user, item), standing)
        : new Account.Unknown(standing);
  }

  private static Contact contact(UserId user, StoredItem item) {
    return new Contact(
        user,
        item.text("email"),
        item.text("displayName"),
        item.text("locale"),
        item.text("timeZone"));
  }

  @Override
  public void erase(UserId user, Instant at, Instant markUntil) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table.name())
                .key(table.key(user, ACCOUNT))
                .updateExpression(
                    "SET erasedAt = if_not_exists(erasedAt, :at), expiresAt = :until"
                        + " REMOVE email, displayName, #locale, #timeZone, asOf, unread,"
                        + " standing, standingAsOf")
                .expressionAttributeNames(RESERVED)
                .expressionAttributeValues(
                    Map.of(
                        ":at", number(at.toEpochMilli()),
                        ":until", number(markUntil.getEpochSecond()))));
    for (var left = itemsLeft(user); !left.isEmpty(); left = itemsLeft(user)) {
      delete(left);
    }
  }

  private List<Map<String, AttributeValue>> itemsLeft(UserId user) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table.name())
                    .consistentRead(true)
                    .keyConditionExpression("userId = :user AND id > :account")
                    .expressionAttributeValues(
                        Map.of(":user", text(user.value().toString()), ":account", text(ACCOUNT)))
                    .projectionExpression("userId, id")
                    .limit(DELETES_PER_CALL))
        .items();
  }

  /** What DynamoDB leaves unprocessed is found again by the next query. */
  private void delete(List<Map<String, AttributeValue>> keys) {
    var deletes =
        keys.stream()
            .map(key -> DeleteRequest.builder().key(key).build())
            .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
            .toList();
    dynamo.batchWriteItem(batch -> batch.requestItems(Map.of(table.name(), deletes)));
  }
}
