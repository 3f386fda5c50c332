package io.albumen.auth.deletion;

import static io.albumen.auth.runtime.AccountsTable.dueItem;
import static io.albumen.auth.runtime.AccountsTable.key;
import static io.albumen.auth.runtime.AccountsTable.text;
import static io.albumen.auth.runtime.AccountsTable.time;

import io.albumen.auth.announcement.Addressee;
import io.albumen.auth.deletion.Deletion.State;
import io.albumen.auth.runtime.AccountsTable;
import io.albumen.auth.runtime.StoredItem;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * An item for each deletion in the accounts table, and beside it one by which its receipt finds it;
 * both are written together.
 */
@ApplicationScoped
class DynamoDeletionRepository implements DeletionRepository {
  private static final String SHARD = "deletions";
  private static final int CONFLICT_TRIES = 5;

  private final DynamoDbClient dynamo;
  private final AccountsTable table;

  DynamoDeletionRepository(DynamoDbClient dynamo, AccountsTable table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean open(Deletion deletion, Instant dueAt) {
    var pointer = new HashMap<>(key(receiptId(deletion.receiptHash())));
    pointer.put("userId", text(deletion.user().toString()));
    var parts = List.of(putNew(itemOf(deletion, dueAt)), putNew(pointer));
    for (int tries = 1; ; tries++) {
      try {
        dynamo.transactWriteItems(write -> write.transactItems(parts));
        return true;
      } catch (TransactionCanceledException e) {
        if (has(e, "ConditionalCheckFailed")) {
          return false;
        }
        if (tries == CONFLICT_TRIES || !has(e, "TransactionConflict")) {
          throw e;
        }
      }
    }
  }

  @Override
  public Optional<Deletion> find(UserId user) {
    return table.find(id(user)).map(DynamoDeletionRepository::deletionOf);
  }

  @Override
  public Optional<Deletion> find(Receipt receipt) {
    return table
        .find(receiptId(receipt.hash()))
        .flatMap(pointer -> find(UserId.fromString(pointer.text("userId"))));
  }

  @Override
  public void beginErasing(UserId user, Instant dueAt) {
    var _ =
        change(
            user,
            State.REQUESTED,
            "SET #state = :next, dueAt = :due REMOVE receipt",
            Map.of(":next", text(State.ERASING.name()), ":due", time(dueAt)));
  }

  @Override
  public Optional<Deletion> noteErased(UserId user, String service, Instant at) {
    return change(
        user,
        State.ERASING,
        "SET erased.#service = if_not_exists(erased.#service, :at)",
        Map.of("#service", service),
        Map.of(":at", time(at)));
  }

  @Override
  public void complete(UserId user, Instant at, Instant forgetAt) {
    var _ =
        change(
            user,
            State.ERASING,
            "SET #state = :next, completedAt = :at, dueAt = :due"
                + " REMOVE email, displayName, #locale",
            Map.of("#locale", "locale"),
            Map.of(":next", text(State.COMPLETED.name()), ":at", time(at), ":due", time(forgetAt)));
  }

  @Override
  public void forget(Deletion deletion) {
    // the one that is found again last, so that a crash between the two is made good
    delete(receiptId(deletion.receiptHash()));
    delete(id(deletion.user()));
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return table.due(SHARD, now, limit).stream()
        .map(item -> new Due(UserId.fromString(item.text("userId")), item.time("dueAt")))
        .toList();
  }

  @Override
  public Optional<Deletion> claim(Due due, Instant until) {
    return update(
        due.user(),
        "dueAt = :seen",
        "SET dueAt = :until",
        Map.of(),
        Map.of(":seen", time(due.dueAt()), ":until", time(until)));
  }

  private Optional<Deletion> change(
      UserId user, State from, String expression, Map<String, AttributeValue> values) {
    return change(user, from, expression, Map.of(), values);
  }

  private Optional<Deletion> change(
      UserId user,
      State from,
      String expression,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    var allNames = new HashMap<>(names);
    allNames.put("#state", "state");
    var allValues = new HashMap<>(values);
    allValues.put(":from", text(from.name()));
    return update(user, "#state = :from", expression, allNames, allValues);
  }

  private Optional<Deletion> update(
      UserId user,
      String condition,
      String expression,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    try {
      var answer =
          dynamo.updateItem(
              update ->
                  update
                      .tableName(table.name())
                      .key(key(id(user)))
                      .conditionExpression(condition)
                      .updateExpression(expression)
                      .expressionAttributeNames(names.isEmpty() ? null : names)
                      .expressionAttributeValues(values)
                      .returnValues(ReturnValue.ALL_NEW));
      return Optional.of(deletionOf(new StoredItem(answer.attributes())));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  private void delete(String id) {
    dynamo.deleteItem(delete -> delete.tableName(table.name()).key(key(id)));
  }

  private TransactWriteItem putNew(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table.name())
                    .item(item)
                    .conditionExpression("attribute_not_exists(id)"))
        .build();
  }

  private static Map<String, AttributeValue> itemOf(Deletion deletion, Instant dueAt) {
    var item = dueItem(id(deletion.user()), SHARD, dueAt);
    item.put("userId", text(deletion.user().toString()));
    item.put("state", text(deletion.state().name()));
    item.put("requestedAt", time(deletion.requestedAt()));
    item.put("receiptHash", text(deletion.receiptHash()));
    item.put("erased", AttributeValue.fromM(Map.of()));
    var receipt = deletion.receipt();
    if (receipt != null) {
      item.put("receipt", text(receipt.value()));
    }
    var addressee = deletion.addressee();
    if (addressee != null) {
      item.put("email", text(addressee.email()));
      item.put("displayName", text(addressee.displayName()));
      item.put("locale", text(addressee.locale()));
    }
    return item;
  }

  private static Deletion deletionOf(StoredItem item) {
    return new Deletion(
        UserId.fromString(item.text("userId")),
        State.valueOf(item.text("state")),
        item.time("requestedAt"),
        item.optionalTime("completedAt").orElse(null),
        addresseeOf(item),
        item.text("receiptHash"),
        item.optionalText("receipt").map(Receipt::new).orElse(null),
        item.times("erased"));
  }

  private static @Nullable Addressee addresseeOf(StoredItem item) {
    return item.optionalText("email")
        .map(email -> new Addressee(email, item.text("displayName"), item.text("locale")))
        .orElse(null);
  }

  private static boolean has(TransactionCanceledException cancelled, String code) {
    return cancelled.cancellationReasons().stream().anyMatch(reason -> code.equals(reason.code()));
  }

  private static String id(UserId user) {
    return "deletion#" + user;
  }

  private static String receiptId(String hash) {
    return "deletion-receipt#" + hash;
  }
}
