package io.albumen.video.account;

import io.albumen.common.UserId;
import io.albumen.common.security.Standing;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The item {@code #account} beside a person's films: their standing, or when they went. */
public final class DynamoAccounts {
  private static final String ITEM = "#account";

  private DynamoAccounts() {}

  static Map<String, AttributeValue> key(UserId user) {
    return Map.of(
        "userId", AttributeValue.fromS(user.value().toString()),
        "videoId", AttributeValue.fromS(ITEM));
  }

  /** For a transaction: holds only while the person is neither suspended nor gone. */
  public static TransactWriteItem inGoodStanding(String table, UserId user) {
    var check =
        ConditionCheck.builder()
            .tableName(table)
            .key(key(user))
            .conditionExpression(
                "attribute_not_exists(closedAt)"
                    + " AND (attribute_not_exists(standing) OR standing = :good)")
            .expressionAttributeValues(Map.of(":good", AttributeValue.fromS(Standing.GOOD.name())))
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }
}
