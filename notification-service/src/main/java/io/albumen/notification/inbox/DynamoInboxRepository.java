package io.albumen.notification.inbox;

import static io.albumen.notification.runtime.UserTable.ACCOUNT;
import static io.albumen.notification.runtime.UserTable.ITEM_PREFIX;
import static io.albumen.notification.runtime.UserTable.number;
import static io.albumen.notification.runtime.UserTable.text;

import io.albumen.common.UserId;
import io.albumen.notification.runtime.StoredItem;
import io.albumen.notification.runtime.UserTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Items, and the unread count on the user's account item, changed in one transaction. */
@ApplicationScoped
class DynamoInboxRepository implements InboxRepository {
  /** A transaction takes 100 parts; one is the count. */
  private static final int ITEMS_PER_TRANSACTION = 99;

  private final DynamoDbClient dynamo;
  private final UserTable table;

  DynamoInboxRepository(DynamoDbClient dynamo, UserTable table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean add(InboxItem item) {
    var values = new HashMap<>(DynamoNotices.write(item.notice()));
    values.putAll(table.key(item.user(), ITEM_PREFIX + item.id()));
    values.put("createdAt", number(item.createdAt().toEpochMilli()));
    var put =
        Put.builder()
            .tableName(table.name())
            .item(values)
            .conditionExpression("attribute_not_exists(id)")
            .build();
    var parts = List.of(countUnread(item.user(), 1), TransactWriteItem.builder().put(put).build());
    try {
      UserTable.retryingConflicts(() -> dynamo.transactWriteItems(t -> t.transactItems(parts)));
      return true;
    } catch (TransactionCanceledException e) {
      if (UserTable.refused(e, 0) || UserTable.refused(e, 1)) {
        return false;
      }
      throw e;
    }
  }

  private TransactWriteItem countUnread(UserId user, int change) {
    var update =
        Update.builder()
            .tableName(table.name())
            .key(table.key(user, ACCOUNT))
            .updateExpression("ADD unread :change")
            .conditionExpression("attribute_not_exists(erasedAt)")
            .expressionAttributeValues(Map.of(":change", number(change)))
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  @Override
  public List<InboxItem> list(UserId user, @Nullable UUID before, int limit) {
    return dynamo
        .query(
            query -> {
              query
                  .tableName(table.name())
                  .consistentRead(true)
                  .keyConditionExpression("userId = :user AND begins_with(id, :prefix)")
                  .expressionAttributeValues(
                      Map.of(
                          ":user", text(user.value().toString()),
                          ":prefix", text(ITEM_PREFIX)))
                  .scanIndexForward(false)
                  .limit(limit);
              if (before != null) {
                query.exclusiveStartKey(table.key(user, ITEM_PREFIX + before));
              }
            })
        .items()
        .stream()
        .map(item -> read(user, new StoredItem(item)))
        .toList();
  }

  private static InboxItem read(UserId user, StoredItem item) {
    return new InboxItem(
        UUID.fromString(item.text("id").substring(ITEM_PREFIX.length())),
        user,
        DynamoNotices.read(item),
        item.time("createdAt"),
        item.timeOrNull("readAt"));
  }

  @Override
  public Set<UUID> markRead(UserId user, Collection<UUID> ids, Instant at) {
    var found = new HashSet<UUID>();
    var all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += ITEMS_PER_TRANSACTION) {
      var to = Math.min(from + ITEMS_PER_TRANSACTION, all.size());
      markChunk(user, all.subList(from, to), at, found);
    }
    return Set.copyOf(found);
  }

  /** Each round leaves out what the last one refused: items that are absent or already read. */
  private void markChunk(UserId user, List<UUID> ids, Instant at, Set<UUID> found) {
    var left = ids;
    while (!left.isEmpty()) {
      var parts = new ArrayList<TransactWriteItem>();
      left.forEach(id -> parts.add(markOne(user, id, at)));
      parts.add(countUnread(user, -left.size()));
      try {
        UserTable.retryingConflicts(() -> dynamo.transactWriteItems(t -> t.transactItems(parts)));
        found.addAll(left);
        return;
      } catch (TransactionCanceledException e) {
        left = withoutRefused(left, e, found);
      }
    }
  }

  private TransactWriteItem markOne(UserId user, UUID id, Instant at) {
    var update =
        Update.builder()
            .tableName(table.name())
            .key(table.key(user, ITEM_PREFIX + id))
            .updateExpression("SET readAt = :at")
            .conditionExpression("attribute_exists(id) AND attribute_not_exists(readAt)")
            .expressionAttributeValues(Map.of(":at", number(at.toEpochMilli())))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private static List<UUID> withoutRefused(
      List<UUID> ids, TransactionCanceledException cancelled, Set<UUID> found) {
    if (UserTable.refused(cancelled, ids.size())) {
      return List.of(); // the user was erased meanwhile
    }
    var left = new ArrayList<UUID>();
    for (int i = 0; i < ids.size(); i++) {
      if (!UserTable.refused(cancelled, i)) {
        left.add(ids.get(i));
      } else if (!cancelled.cancellationReasons().get(i).item().isEmpty()) {
        found.add(ids.get(i));
      }
    }
    if (left.size() == ids.size()) {
      throw cancelled;
    }
    return List.copyOf(left);
  }

  @Override
  public int unread(UserId user) {
    var item =
        new StoredItem(
            dynamo
                .getItem(get -> get.tableName(table.name()).key(table.key(user, ACCOUNT)))
                .item());
    return item.has("unread") ? Math.toIntExact(item.number("unread")) : 0;
  }
}
