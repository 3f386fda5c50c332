package io.albumen.notification.mail;

import static io.albumen.notification.runtime.UserTable.MAIL_PREFIX;
import static io.albumen.notification.runtime.UserTable.number;
import static io.albumen.notification.runtime.UserTable.text;

import io.albumen.notification.runtime.StoredItem;
import io.albumen.notification.runtime.UserTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Mail records; those being sent are in the sparse index {@code due} until they are settled. */
@ApplicationScoped
class DynamoMailRepository implements MailRepository {
  private static final String DUE_SHARD = "mail";
  private static final Map<String, String> STATUS = Map.of("#status", "status");
  private final DynamoDbClient dynamo;
  private final UserTable table;

  DynamoMailRepository(DynamoDbClient dynamo, UserTable table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Claim claim(MailRecord sending) {
    var put =
        Put.builder()
            .tableName(table.name())
            .item(write(sending))
            .conditionExpression("attribute_not_exists(id) OR #status = :deferred")
            .expressionAttributeNames(STATUS)
            .expressionAttributeValues(Map.of(":deferred", text(MailStatus.DEFERRED.name())))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    var parts = new ArrayList<>(List.of(TransactWriteItem.builder().put(put).build()));
    if (!sending.outlivesAccount()) {
      parts.add(table.notErased(sending.user()));
    }
    try {
      UserTable.retryingConflicts(() -> dynamo.transactWriteItems(t -> t.transactItems(parts)));
      return new Claim.Granted();
    } catch (TransactionCanceledException e) {
      if (!sending.outlivesAccount() && UserTable.refused(e, 1)) {
        return new Claim.Erased();
      }
      if (UserTable.refused(e, 0)) {
        return new Claim.Taken(read(new StoredItem(e.cancellationReasons().getFirst().item())));
      }
      throw e;
    }
  }

  @Override
  public void settle(MailRecord sending, Delivery delivery, Instant at) {
    var values = new HashMap<String, AttributeValue>();
    var set = "SET #status = :status, settledAt = :at";
    switch (delivery) {
      case Delivery.Sent(var id) -> {
        set += ", sesMessageId = :told REMOVE reason, dueShard, dueAt";
        values.put(":told", text(id));
      }
      case Delivery.Refused(var reason) -> values.put(":told", text(reason));
      case Delivery.NotTaken(var reason) -> values.put(":told", text(reason));
      case Delivery.InDoubt(var reason) -> values.put(":told", text(reason));
    }
    if (!(delivery instanceof Delivery.Sent)) {
      set += ", reason = :told REMOVE dueShard, dueAt";
    }
    var condition = "attempt = :attempt";
    if (delivery instanceof Delivery.NotTaken) {
      condition += " AND #status = :sending";
      values.put(":sending", text(MailStatus.SENDING.name()));
    }
    values.put(":status", text(delivery.status().name()));
    values.put(":at", number(at.toEpochMilli()));
    values.put(":attempt", text(sending.attempt().toString()));
    update(sending, set, condition, values);
  }

  @Override
  public boolean doubt(MailRecord sending, Instant at) {
    return update(
        sending,
        "SET #status = :status, settledAt = :at, reason = :reason REMOVE dueShard, dueAt",
        "attempt = :attempt AND #status = :sending",
        Map.of(
            ":status", text(MailStatus.UNKNOWN.name()),
            ":sending", text(MailStatus.SENDING.name()),
            ":attempt", text(sending.attempt().toString()),
            ":at", number(at.toEpochMilli()),
            ":reason", text("sender lost")));
  }

  private boolean update(
      MailRecord record, String update, String condition, Map<String, AttributeValue> values) {
    try {
      dynamo.updateItem(
          call ->
              call.tableName(table.name())
                  .key(key(record))
                  .updateExpression(update)
                  .conditionExpression(condition)
                  .expressionAttributeNames(STATUS)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public List<MailRecord> overdue(Instant now, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table.name())
                    .indexName("due")
                    .keyConditionExpression("dueShard = :shard AND dueAt <= :now")
                    .expressionAttributeValues(
                        Map.of(":shard", text(DUE_SHARD), ":now", number(now.toEpochMilli())))
                    .limit(limit))
        .items()
        .stream()
        .map(StoredItem::new)
        .map(DynamoMailRepository::read)
        .toList();
  }

  private Map<String, AttributeValue> key(MailRecord record) {
    var id = MAIL_PREFIX + record.eventId();
    return record.outlivesAccount()
        ? table.farewellKey(record.user(), id)
        : table.key(record.user(), id);
  }

  private Map<String, AttributeValue> write(MailRecord record) {
    var item = new HashMap<>(key(record));
    item.put("eventId", text(record.eventId().toString()));
    item.put("kind", text(record.kind()));
    item.put("to", text(record.to()));
    item.put("attempt", text(record.attempt().toString()));
    item.put("status", text(record.status().name()));
    item.put("claimedAt", number(record.claimedAt().toEpochMilli()));
    item.put("doubtAt", number(record.doubtAt().toEpochMilli()));
    item.put("dueShard", text(DUE_SHARD));
    item.put("dueAt", number(record.doubtAt().toEpochMilli()));
    if (record.forgottenAt() != null) {
      item.put("expiresAt", number(record.forgottenAt().getEpochSecond()));
    }
    return item;
  }

  private static MailRecord read(StoredItem item) {
    return new MailRecord(
        UserTable.userOf(item),
        item.uuid("eventId"),
        item.text("kind"),
        item.text("to"),
        item.uuid("attempt"),
        MailStatus.valueOf(item.text("status")),
        item.time("claimedAt"),
        item.time("doubtAt"),
        item.has("expiresAt") ? Instant.ofEpochSecond(item.number("expiresAt")) : null);
  }
}
