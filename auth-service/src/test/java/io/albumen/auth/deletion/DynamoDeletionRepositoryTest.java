package io.albumen.auth.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.albumen.auth.LocalStack;
import io.albumen.auth.runtime.AccountsTable;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDeletionRepositoryTest extends DeletionRepositoryContract {
  private final DynamoDbClient dynamo = LocalStack.dynamo();
  private final DeletionRepository deletions =
      new DynamoDeletionRepository(dynamo, LocalStack.table());

  @Override
  DeletionRepository deletions() {
    return deletions;
  }

  @Test
  void attack48KeepsNoAddressNorReceiptOfADeletedAccount() {
    completed();

    assertThat(stored()).doesNotContain("ada@example.com", "Ada", receipt.value());
  }

  /** Every item that knows the account, as text. */
  private String stored() {
    return dynamo
        .scanPaginator(
            scan ->
                scan.tableName(LocalStack.table().name())
                    .filterExpression("userId = :user")
                    .expressionAttributeValues(
                        Map.of(":user", AccountsTable.text(user.toString()))))
        .items()
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
