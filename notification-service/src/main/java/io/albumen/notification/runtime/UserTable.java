package io.albumen.notification.runtime;

import io.albumen.common.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The one table: a partition per user, in it {@code account}, {@code item#<id>} and {@code
 * mail#<event>}. The account's key sorts first, so that "everything but the account" is a range.
 * What is left when a user is erased, without personal data, has a partition of its own.
 */
@ApplicationScoped
public class UserTable {
  public static final String ACCOUNT = "account";
  public static final String ITEM_PREFIX = "item#";
  public static final String MAIL_PREFIX = "mail#";

  /** Attribute of an account that marks its user as erased. */
  public static final String ERASED_AT = "erasedAt";

  private static final String FAREWELL = "#farewell";
  private static final int CONFLICT_TRIES = 8;
  private final String name;

  UserTable(StoreConfig config) {
    this.name = config.table();
  }

  public String name() {
    return name;
  }

  public Map<String, AttributeValue> key(UserId user, String id) {
    return Map.of("userId", text(user.value().toString()), "id", text(id));
  }

  /** Of what outlives the user's own items. */
  public Map<String, AttributeValue> farewellKey(UserId user, String id) {
    return Map.of("userId", text(user.value() + FAREWELL), "id", text(id));
  }

  /** Whose partition an item lies in, of either kind. */
  public static UserId userOf(StoredItem item) {
    var partition = item.text("userId");
    return UserId.fromString(
        partition.endsWith(FAREWELL)
            ? partition.substring(0, partition.length() - FAREWELL.length())
            : partition);
  }

  /** For a transaction: holds only while the user is not erased. */
  public TransactWriteItem notErased(UserId user) {
    var check =
        ConditionCheck.builder()
            .tableName(name)
            .key(key(user, ACCOUNT))
            .conditionExpression("attribute_not_exists(" + ERASED_AT + ")")
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** True if this part of a cancelled transaction is what its condition refused. */
  public static boolean refused(TransactionCanceledException cancelled, int part) {
    return is(cancelled.cancellationReasons().get(part), "ConditionalCheckFailed");
  }

  /** Runs a transaction again, at once, while it only lost against another on the same items. */
  public static <T> T retryingConflicts(Supplier<T> transaction) {
    for (int tries = 1; ; tries++) {
      try {
        return transaction.get();
      } catch (TransactionCanceledException e) {
        if (tries == CONFLICT_TRIES || !onlyConflicts(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean onlyConflicts(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream()
        .allMatch(reason -> is(reason, "None") || is(reason, "TransactionConflict"));
  }

  private static boolean is(CancellationReason reason, String code) {
    return code.equals(reason.code());
  }
}
