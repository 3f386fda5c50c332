package io.albumen.auth.revocation;

import static io.albumen.auth.runtime.AccountsTable.dueItem;
import static io.albumen.auth.runtime.AccountsTable.number;
import static io.albumen.auth.runtime.AccountsTable.text;

import io.albumen.auth.runtime.AccountsTable;
import io.albumen.auth.runtime.StoredItem;
import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Items of the accounts table that are due when they are over. */
@ApplicationScoped
class DynamoRevocationRepository implements RevocationRepository {
  /** One is enough: it takes a thousand writes a second, and a few minutes of them are read. */
  private static final String SHARD = "revocations";

  private static final int SWEPT_AT_ONCE = 1000;

  private final DynamoDbClient dynamo;
  private final AccountsTable table;

  DynamoRevocationRepository(DynamoDbClient dynamo, AccountsTable table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void record(Revocation revocation, Instant until) {
    var item = dueItem("revocation#" + revocation.user(), SHARD, until);
    item.put("userId", text(revocation.user().toString()));
    item.put("notBefore", number(revocation.notBefore().getEpochSecond()));
    try {
      dynamo.putItem(
          put ->
              put.tableName(table.name())
                  .item(item)
                  .conditionExpression("attribute_not_exists(id) OR notBefore < :notBefore")
                  .expressionAttributeValues(
                      Map.of(":notBefore", number(revocation.notBefore().getEpochSecond()))));
    } catch (ConditionalCheckFailedException e) {
      // the one that is kept ends these tokens too
    }
  }

  @Override
  public List<Revocation> current(Instant now) {
    return table.dueAfter(SHARD, now).stream()
        .map(DynamoRevocationRepository::revocationOf)
        .toList();
  }

  @Override
  public void sweep(Instant now) {
    for (var item : table.due(SHARD, now, SWEPT_AT_ONCE)) {
      table.deleteIfDueAt(item.text("id"), item.time("dueAt"));
    }
  }

  private static Revocation revocationOf(StoredItem item) {
    return new Revocation(
        UserId.fromString(item.text("userId")), Instant.ofEpochSecond(item.number("notBefore")));
  }
}
